/// Words in which a numeral character is no number.
///
/// Only words that are not also read as a count; the list serves the scanner and is bound to stay short, since
/// quantities are told by their units, not by what they are not.
enum NumeralWords {
    private static let text = """
        一切 一看 一般 一律 一致 一定 一些 一样 一旦 一直 一起 一同 一并 一体 一带一路 一方面 一系列 一贯 一味 一向
        统一 唯一 万一 不一 单一 逐一 同一 专一 合一 一一
        四川 三亚 九江 六安 三明 四平 三峡 三沙 八达岭
        两岸 两两 两会 十足 十分
        零售 零件 零部件 零星 零散 零碎 零食 零工 零担 归零 清零 凋零
        """

    /// The words by their UTF-8.
    private static let words: [[UInt8]] = text.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) }

    /// Whether the range, a number by its characters, is part of a word.
    ///
    /// - Complexity: O(1): the words are few and short.
    static func holds(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        // Two characters of three bytes: the longest number that any of the words holds.
        guard range.count <= 6, range.count % 3 == 0 else { return false }
        for word in words where word.count > range.count || word.count == range.count {
            for start in stride(from: 0, through: word.count - range.count, by: 3)
            where matches(word, bytes, at: range.lowerBound - start) {
                return true
            }
        }
        return false
    }

    private static func matches(_ word: [UInt8], _ bytes: Span<UInt8>, at start: Int) -> Bool {
        guard start >= 0, start + word.count <= bytes.count else { return false }
        for index in word.indices where bytes[start + index] != word[index] { return false }
        return true
    }
}
