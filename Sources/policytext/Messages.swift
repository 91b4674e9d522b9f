import PolicyText
import PolicyTextReaders

/// A failure of the tool, not of a document: a stable rule identifier, and what to tell people.
struct Failure: Error {
    let rule: String
    let chinese: String
    let english: String
    /// Whether one file failed, so that the next can still be read.
    var isInput = false

    func text(in language: Language) -> String { language.choose(chinese, english) }
}

extension Failure {
    static func unreadable(_ label: String, _ error: System.ErrorNumber) -> Failure {
        let reason = Reason(error)
        return Failure(
            rule: reason.rule ?? "read-failed", chinese: "无法读取 \(label)：\(reason.chinese)",
            english: "cannot read \(label): \(reason.english)", isInput: true)
    }

    static func tooLarge(_ label: String) -> Failure {
        let limit = SourceText.maximumByteCount >> 20
        return Failure(
            rule: "file-too-large", chinese: "无法读取 \(label)：文件超过 \(limit) MiB，没有解析",
            english: "cannot read \(label): the file is larger than \(limit) MiB; it was not parsed", isInput: true)
    }

    /// A file that was read, but is no document that the tool takes.
    static func undocumented(_ label: String, _ error: ReadingError) -> Failure {
        Failure(
            rule: error.rule.rawValue, chinese: "无法解析 \(label)：\(error.message)",
            english: "cannot parse \(label): \(error.messageEnglish)", isInput: true)
    }

    static func unwritable(_ error: System.ErrorNumber) -> Failure {
        let reason = Reason(error)
        return Failure(
            rule: "write-failed", chinese: "无法写入输出：\(reason.chinese)",
            english: "cannot write the output: \(reason.english)")
    }

    static func unknownEncoding(_ label: String) -> Failure {
        let names = TextEncoding.allCases.map { $0 == .gb18030 ? "GB18030 (GBK, GB2312)" : $0.rawValue }
            .joined(separator: ", ")
        return Failure(
            rule: "unknown-encoding", chinese: "不认识的编码“\(label)”。可用的编码：\(names)",
            english: "unknown encoding '\(label)'; accepted are: \(names)")
    }

    /// - Parameter message: argument-parser's, which is English always; the frequent ones are put into Chinese.
    static func usage(_ message: String) -> Failure {
        var chinese = "命令的用法不对：\(message)"
        for (start, translation) in usageStarts where message.hasPrefix(start) {
            chinese = translation + message.dropFirst(start.count)
        }
        return Failure(rule: "wrong-usage", chinese: chinese, english: message)
    }

    private static let usageStarts = [
        ("Missing expected argument", "缺少参数"),
        ("Unexpected argument", "多余或不认识的参数"),
        ("Unknown option", "没有这个选项："),
        ("Missing value for", "缺少选项的值："),
    ]

    static let quietDiagnostics = Failure(
        rule: "wrong-usage", chinese: "--diagnostics 和 --quiet 不能同时使用",
        english: "--diagnostics and --quiet exclude each other")
}

/// Why a file cannot be read or written.
private struct Reason {
    let rule: String?
    let chinese: String
    let english: String

    init(_ error: System.ErrorNumber) {
        (rule, chinese, english) =
            switch error {
            case .noEntry: ("file-not-found", "没有这个文件", "no such file")
            case .notDirectory: ("file-not-found", "路径中有一段不是文件夹", "a part of the path is not a folder")
            case .access, .permission: ("permission-denied", "没有读写权限", "permission denied")
            case .isDirectory: ("is-directory", "这是文件夹，不是文件", "it is a folder, not a file")
            case .nameTooLong: (nil, "文件名太长", "the name is too long")
            case .loop: (nil, "符号链接绕成了圈", "symbolic links form a loop")
            case .noSpace: (nil, "磁盘已满", "the disk is full")
            case .quota: (nil, "磁盘配额已用完", "the disk quota is used up")
            case .fileTooBig: (nil, "文件超过系统允许的大小", "the file is larger than the system allows")
            case .inputOutput: (nil, "设备读写出错", "the device failed")
            case .badDescriptor: (nil, "输入或输出没有打开", "the stream is not open")
            default: (nil, "系统错误 \(error.value)（\(error.text)）", "system error \(error.value) (\(error.text))")
            }
    }
}

/// Words of the outline.
extension Language {
    func role(_ role: Part.Role) -> String {
        switch role {
        case .main: choose("正文", "main")
        case .enclosure: choose("印发文件", "enclosure")
        case .attachment: choose("附件", "attachment")
        }
    }

    var untitled: String { choose("（无标题）", "(no title)") }
    var table: String { choose("［表］", "[table]") }
}
