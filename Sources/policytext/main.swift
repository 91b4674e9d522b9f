import ArgumentParser
import PolicyText
#if canImport(Glibc)
import Glibc
#endif
let path = CommandLine.arguments.last!
let file = fopen(path, "rb")!
var bytes: [UInt8] = []
var buffer = [UInt8](repeating: 0, count: 1 << 16)
while true {
    let n = fread(&buffer, 1, buffer.count, file)
    if n <= 0 { break }
    bytes.append(contentsOf: buffer[0..<n])
}
let document = Parser().parse(bytes, name: path)
print(document.json(pretty: false))
