import Foundation

/// Test data of other projects, read in place where a checkout has it beside the repository.
enum ThirdPartySuites {
    static let folder: URL = {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        return root.deletingLastPathComponent().appendingPathComponent("shared/testsuites")
    }()

    /// Whether a suite is there; says so on standard error when it is not.
    static func has(_ path: String) -> Bool {
        let exists = FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
        if !exists {
            FileHandle.standardError.write(Data("ABSENT third-party suite \(path): its tests are skipped\n".utf8))
        }
        return exists
    }

    static func json(_ path: String) throws -> Any {
        var data = try Data(contentsOf: folder.appendingPathComponent(path))
        if data.starts(with: [0xEF, 0xBB, 0xBF]) { data.removeFirst(3) }
        return try JSONSerialization.jsonObject(with: data)
    }
}

/// Counts the cases of a suite: right, wrong, and left out by reason.
struct SuiteTally {
    private(set) var right = 0
    private(set) var wrong: [String] = []
    private(set) var leftOut: [String: Int] = [:]

    mutating func check(_ isRight: Bool, _ message: @autoclosure () -> String) {
        if isRight { right += 1 } else { wrong.append(message()) }
    }

    mutating func leaveOut(_ reason: String) { leftOut[reason, default: 0] += 1 }

    var left: Int { leftOut.values.reduce(0, +) }
}

/// Whether two values agree to the 14 digits that the suites print.
func agrees(_ value: Double?, _ expected: Double) -> Bool {
    guard let value else { return false }
    return value == expected || abs(value - expected) <= abs(expected) * 1e-13
}
