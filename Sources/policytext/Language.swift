import ArgumentParser

/// The language of messages and help.
enum Language: String, ExpressibleByArgument, CaseIterable, Sendable {
    case chinese = "zh"
    case english = "en"

    /// The language that the arguments ask for, read before they are parsed: help and wrong usage need it, too.
    static let preferred: Language = {
        let arguments = CommandLine.arguments
        let isEnglish =
            arguments.contains("--language=en")
            || zip(arguments, arguments.dropFirst()).contains { $0 == "--language" && $1 == "en" }
        return isEnglish ? .english : .chinese
    }()

    func choose(_ chinese: String, _ english: String) -> String { self == .chinese ? chinese : english }
}
