import PolicyText
import Testing

@testable import PolicyTextReaders

@Suite struct FormatTests {
    @Test(arguments: [
        ("<!DOCTYPE html><html>", DocumentFormat.html), ("\u{FEFF} \n<HTML lang=zh>", .html),
        ("<!-- made by a system --><div class=x>", .html), ("<?xml version=\"1.0\"?><html>", .html),
        ("<div class=\"wrap\">正文", .html), ("<正文> 通知", .text), ("各市人民政府：", .text), ("# 通知", .text),
        ("%PDF-1.4 ", .pdf), ("junk\n%PDF-1.4", .pdf), ("{\\rtf1\\ansi", .rtf), ("PK\u{3}\u{4}", .zip), ("", .text),
        ("a < b", .text), ("<!-- a comment without an end", .html),
    ])
    func isToldFromTheBytes(_ text: String, _ format: DocumentFormat) {
        #expect(DocumentFormat(of: Array(text.utf8)) == format)
    }
}
