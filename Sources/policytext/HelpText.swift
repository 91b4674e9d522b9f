import ArgumentParser

/// All texts of `--help`, in the language that the arguments ask for.
enum HelpText {
    private static func text(_ chinese: String, _ english: String) -> String {
        Language.preferred.choose(chinese, english)
    }

    static var tool: String {
        text("解析中国政府公文：标题、文号、层级、编号、附件。", "Parses Chinese government notices: title, number, outline, enclosures.")
    }

    static var toolExamples: String {
        text(
            """
            例：
              policytext parse 通知.txt              输出 JSON
              policytext parse *.txt > all.ndjson    每个文件一行 JSON
              policytext outline 通知.txt            看层级结构
              policytext duties 通知.txt             看责任分工
              policytext targets 通知.txt            看指标和期限
              policytext help parse                  看某个命令的说明

            退出码：0 正常；2 文件读不了、不是文本，或者命令用法不对。
            """,
            """
            Examples:
              policytext parse notice.txt            print JSON
              policytext parse *.txt > all.ndjson    one line of JSON per file
              policytext outline notice.txt          show the outline
              policytext duties notice.txt           show who does what
              policytext targets notice.txt          show what is promised, and by when
              policytext help parse                  say more about a command

            Exit codes: 0 done; 2 unreadable input, no text, or wrong usage.
            """)
    }

    static var parse: String { text("解析公文，输出 JSON。", "Parses notices and prints JSON.") }

    static var parseExamples: String {
        text(
            """
            在终端上默认分行缩进，在管道和文件中默认紧凑。多个文件按给出的顺序各占一行（NDJSON）；读不了的文件在标准错误中说明，\
            其余照常输出，最后退出码为 2。下游关闭管道时，本命令安静退出（SIGPIPE，状态 141）。

            例：
              policytext parse 通知.txt
              policytext parse --pretty 通知.txt > 通知.json
              policytext parse --encoding gbk 旧文件.txt
              policytext parse --diagnostics 通知.txt > 通知.json
              cat 通知.txt | policytext parse -
            """,
            """
            On a terminal the output is indented, elsewhere compact. Several files give one line each, in the order given \
            (NDJSON); a file that cannot be read is reported on standard error, the others are still written, and the exit \
            code is 2. When the reader closes the pipe, the command ends quietly (SIGPIPE, status 141).

            Examples:
              policytext parse notice.txt
              policytext parse --pretty notice.txt > notice.json
              policytext parse --encoding gbk old.txt
              policytext parse --diagnostics notice.txt > notice.json
              cat notice.txt | policytext parse -
            """)
    }

    static var outline: String { text("显示公文的层级结构和行号。", "Shows the outline with line numbers.") }

    static var outlineExamples: String {
        text(
            """
            最前面是行号；每级缩进两格；没有标题的显示正文开头；段落中的编号前面有“·”。

            例：
              policytext outline 通知.txt
              policytext outline 通知.txt | less
              policytext outline *.txt
            """,
            """
            Line numbers come first; each level is indented by two; a unit without a heading shows the start of its text; \
            numbers inside a paragraph are marked with a dot.

            Examples:
              policytext outline notice.txt
              policytext outline notice.txt | less
              policytext outline *.txt
            """)
    }

    static var targets: String {
        text("列出指标：数值、单位、期限。", "Lists the targets: values, units, deadlines.")
    }

    static var targetsExamples: String {
        text(
            """
            表格按显示宽度对齐，空列不显示。CSV 一行一个指标；JSON 一行一个文件，内容即文档模型中的 targets。数值已折算（16万件是 160000 件）。

            例：
              policytext targets 通知.txt
              policytext targets --format csv *.txt > 指标.csv
              policytext targets --format json 通知.txt
            """,
            """
            The table is aligned by display width, without empty columns. CSV has one row a target; JSON has one line a file, \
            the targets of the document model. Multipliers are worked into the values.

            Examples:
              policytext targets notice.txt
              policytext targets --format csv *.txt > targets.csv
              policytext targets --format json notice.txt
            """)
    }

    static var duties: String {
        text("列出责任分工：谁牵头、谁配合、谁负责、何时完成。", "Lists who leads, helps and is responsible, and by when.")
    }

    static var dutiesExamples: String {
        text(
            """
            表格按显示宽度对齐，空列不显示；“等”表示名单没有列全。CSV 一行一个部门；JSON 一行一个文件，内容即文档模型中的 responsibilities。

            例：
              policytext duties 通知.txt
              policytext duties --format csv *.txt > 分工.csv
              policytext duties --format json 通知.txt
            """,
            """
            The table is aligned by display width, without empty columns; … stands for a list that is not complete. CSV has \
            one row a department; JSON has one line a file, the responsibilities of the document model.

            Examples:
              policytext duties notice.txt
              policytext duties --format csv *.txt > duties.csv
              policytext duties --format json notice.txt
            """)
    }

    static var tokens: String { text("逐行列出文本的词元，供查错用。", "Lists the tokens of a text, for debugging.") }

    static var tokensExamples: String {
        text(
            """
            每行一个词元，用制表符分隔：起点、终点（UTF-8 字节）、种类、文字；括号和引号最后还有配对词元的起点。

            例：
              policytext tokens 通知.txt
              policytext tokens --json 通知.txt
            """,
            """
            One token a line, separated by tabs: start, end (UTF-8 bytes), kind, text; brackets and quotation marks end with \
            the start of their partner.

            Examples:
              policytext tokens notice.txt
              policytext tokens --json notice.txt
            """)
    }
}

/// Texts of arguments and options.
extension HelpText {
    static var files: ArgumentHelp { help("要读的文件；- 表示标准输入。", "The files to read; - for standard input.", "file") }
    static var file: ArgumentHelp { help("要读的文件；- 表示标准输入。", "The file to read; - for standard input.", "file") }

    static var layout: [String] {
        [
            text("分行缩进。多个文件时依次输出。", "Break lines and indent, also for several files."),
            text("不分行，一份文档一行。", "One document a line."),
        ]
    }

    static var findingsFormat: ArgumentHelp {
        help("输出格式：表格、CSV 或 JSON。", "The format: a table, CSV or JSON.", "table|csv|json")
    }

    static var diagnostics: ArgumentHelp {
        help("在标准错误中列出文档的全部诊断。", "Print every diagnostic of the documents on standard error.")
    }

    static var tokensJSON: ArgumentHelp { help("每行一个 JSON 对象。", "Print one JSON object a line.") }

    static var encoding: ArgumentHelp {
        help(
            "文件的编码：UTF-8、UTF-16LE、UTF-16BE、GB18030（GBK、GB2312）、Big5；不写则自动识别。",
            "The encoding: UTF-8, UTF-16LE, UTF-16BE, GB18030 (GBK, GB2312), Big5; found out when not given.", "label")
    }

    static var language: ArgumentHelp { help("提示信息和帮助的语言。", "The language of messages and help.", "zh|en") }

    static var quiet: ArgumentHelp {
        help("不输出文档的诊断；读写失败仍会说明。", "Print no diagnostics; failures to read or write are still said.")
    }

    private static func help(_ chinese: String, _ english: String, _ value: String? = nil) -> ArgumentHelp {
        ArgumentHelp(stringLiteral: text(chinese, english)).named(value)
    }
}

extension ArgumentHelp {
    fileprivate func named(_ value: String?) -> ArgumentHelp {
        var help = self
        help.valueName = value
        return help
    }
}
