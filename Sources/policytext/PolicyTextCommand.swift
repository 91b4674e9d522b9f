import ArgumentParser
import CAllocator

/// The command-line tool. It knows paths, streams and exit codes; everything else is the library's.
@main
struct PolicyTextCommand: ParsableCommand {
    /// The version of the tool, printed by `--version`.
    static let version = "0.1.0"

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "policytext", abstract: HelpText.tool, discussion: HelpText.toolExamples, version: version,
            subcommands: [
                ParseCommand.self, OutlineCommand.self, DutiesCommand.self, TargetsCommand.self, TokensCommand.self,
            ])
    }

    /// Runs the tool with exit codes of its own: argument-parser would end wrong usage with 64.
    static func main() {
        callocator_keep_freed_memory()
        do {
            var command = try parseAsRoot(FilePath.arguments())
            try command.run()
        } catch let code as ExitCode {
            exit(code)
        } catch let failure as Failure {
            StandardError(language: .preferred).write(failure)
            exit(.inputFailure)
        } catch {
            end(with: error)
        }
    }

    /// Help and version are asked for by throwing, too.
    private static func end(with error: any Error) -> Never {
        guard exitCode(for: error).isSuccess else {
            let standardError = StandardError(language: .preferred)
            standardError.write(.usage(message(for: error)))
            // Without argument-parser's own first line, which would say the same once more.
            standardError.write(lines: fullMessage(for: error).split(separator: "\n").drop { !$0.hasPrefix("Usage:") })
            exit(.inputFailure)
        }
        do throws(Failure) {
            let output = OutputStream()
            try output.write(fullMessage(for: error))
            try output.write("\n")
            try output.flush()
        } catch {
            StandardError(language: .preferred).write(error)
            exit(.inputFailure)
        }
        exit(.success)
    }

    private static func exit(_ code: ExitCode) -> Never { System.exit(code.rawValue) }
}

extension ExitCode {
    /// Unreadable input, output that cannot be written, or wrong usage.
    static let inputFailure = ExitCode(2)
}
