/// Writes comma-separated values (RFC 4180): UTF-8, CR LF, quotation marks where a value needs them.
struct CSVWriter {
    let output: OutputStream

    func write(_ values: [String]) throws(Failure) {
        var line = ""
        for (index, value) in values.enumerated() {
            if index > 0 { line += "," }
            line += quoted(value)
        }
        try output.write(line + "\r\n")
    }

    private func quoted(_ value: String) -> String {
        guard value.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return value }
        var result = "\""
        for scalar in value.unicodeScalars {
            if scalar == "\"" { result += "\"" }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }
}
