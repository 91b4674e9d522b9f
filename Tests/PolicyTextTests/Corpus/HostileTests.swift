import Foundation
import Testing

@testable import PolicyText

/// Sources made to harm: each must end, and every invariant must hold.
///
/// With `POLICYTEXT_HOSTILE_TIMES=1` the time at a size and at twice the size is printed, to see what is not linear.
struct HostileTests {
    static let printsTimes = ProcessInfo.processInfo.environment["POLICYTEXT_HOSTILE_TIMES"] == "1"
    /// Debug builds are some fifty times slower than release builds.
    #if DEBUG
        static let byteCount = 64 << 10
    #else
        static let byteCount = 2 << 20
    #endif

    @Test(arguments: HostileSource.allCases)
    func ends(hostile: HostileSource) {
        let source = SourceText(decoding: Array(hostile.text(byteCount: Self.byteCount).utf8), encoding: .utf8)
        expectInvariants(source)
    }

    /// In a process of its own: a counter that overflows must fail this test, not end the others.
    @Test func countsLongLists() async {
        await #expect(processExitsWith: .success) {
            _ = Parser().parse("附件：\n" + String(repeating: "1.某表\n", count: 40_000))
        }
    }

    /// More levels than the search keeps open at once, in every order.
    @Test func nestsDeeply() async {
        await #expect(processExitsWith: .success) {
            let lines = [
                "第一编 甲", "第一章 甲", "第一节 甲", "第一条 甲", "一、甲", "（一）甲", "1.甲", "1.1 甲", "（1）甲", "1）甲", "①甲",
                "甲、甲", "Ⅰ.甲", "A.甲", "a）甲", "一是甲。",
            ]
            for shift in lines.indices {
                let turned = lines[shift...] + lines[..<shift]
                _ = Parser().parse((turned + turned.reversed() + turned).joined(separator: "\n"))
            }
        }
    }

    @Test(.enabled(if: printsTimes, "prints times when POLICYTEXT_HOSTILE_TIMES=1"))
    func printsTheTimes() {
        let size = ProcessInfo.processInfo.environment["POLICYTEXT_HOSTILE_SIZE"].flatMap { Int($0) } ?? Self.byteCount
        for hostile in HostileSource.allCases {
            let times = [size, 2 * size].map { byteCount in
                let bytes = Array(hostile.text(byteCount: byteCount).utf8)
                return ContinuousClock().measure { _ = Parser().parse(bytes, encoding: .utf8) }
            }
            let ratio = times[1] / times[0]
            let mark = ratio > 3 && times[1] > .milliseconds(100) ? " *** not linear" : ""
            print("\(hostile.rawValue): \(times[0]) \(times[1]) ×\((ratio * 10).rounded() / 10)\(mark)")
        }
    }
}
