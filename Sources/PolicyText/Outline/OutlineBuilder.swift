/// Makes the outline of one part: finds candidates, chooses markers, cuts the paragraphs at them.
struct OutlineBuilder {
    let text: TokenText
    let paragraphs: [ParagraphSpan]
    /// The tokens that a marker may open with; see ``Landmarks``.
    let openers: TokenBits

    /// - Parameter unpaired: The brackets without a partner; see ``Landmarks``.
    func outline(of part: Range<Int>, unpaired: [Int32]) -> Outline {
        var candidates: [MarkerCandidate] = []
        candidates.reserveCapacity(part.count)
        let finder = MarkerFinder(text, openers: openers, unpaired: unpaired)
        collect(part, finder, &candidates)
        var search = SequenceSearch(candidates)
        let choices = search.run()
        return cut(part, candidates, choices)
    }

    private func collect(
        _ part: Range<Int>, _ finder: MarkerFinder, _ candidates: inout [MarkerCandidate]
    ) {
        for index in part where paragraphs[index].purpose == .body && paragraphs[index].table < 0 {
            let begin = candidates.count
            finder.candidates(in: paragraphs[index], into: &candidates)
            guard candidates.count > begin else { continue }
            dropEnumeration(from: begin, &candidates)
            let isMerged = isMerged(paragraphs[index], candidates[begin...])
            for place in begin..<candidates.count {
                let candidate = candidates[place]
                let mayOpenSection =
                    isMerged && isStructural(candidate) || isClosingHeading(candidate, paragraphs[index])
                    || isBehindChapter(place, candidates, from: begin)
                candidates[place].paragraph = index
                candidates[place].isMerged = mayOpenSection
            }
        }
        dropBareNumbers(&candidates)
        guard hasLostLineEnds(candidates) else { return }
        for place in candidates.indices where isStructural(candidates[place]) { candidates[place].isMerged = true }
    }

    /// …有关事项决定如下。一、示范范围: a heading that the paragraph above swallowed.
    private func isClosingHeading(_ candidate: MarkerCandidate, _ paragraph: ParagraphSpan) -> Bool {
        guard candidate.position == .afterSentence, paragraph.stop - candidate.end <= 3 * HeadingRule.runInCharacters,
            paragraph.stop > candidate.end
        else { return false }
        switch candidate.scheme {
        case .han, .chapter, .articleSection, .parenthesizedHan: break
        default: return false
        }
        for index in candidate.bodyToken..<paragraph.end {
            switch text.kind(index) {
            case .sentenceEnd, .comma, .semicolon, .colon, .dot: return false
            default: break
            }
        }
        return true
    }

    /// 第五章　整合共享　　第二十九条　…: a chapter and its first article in one line.
    private func isBehindChapter(_ index: Int, _ candidates: [MarkerCandidate], from begin: Int) -> Bool {
        guard index > begin, candidates[index].position == .afterGap else { return false }
        switch candidates[index].scheme {
        case .article, .articleSection: break
        default: return false
        }
        let first = candidates[begin]
        return candidates[index - 1].scheme.holdsArticles
            || first.scheme.holdsArticles && first.position == .paragraphStart
    }

    /// Whether most markers of structure stand in the middle of paragraphs: then the part's line ends are lost.
    private func hasLostLineEnds(_ candidates: [MarkerCandidate]) -> Bool {
        var opening = 0
        var inside = 0
        for candidate in candidates {
            switch candidate.scheme {
            case .han, .parenthesizedHan, .chapter, .articleSection, .article: break
            default: continue
            }
            if candidate.position == .paragraphStart { opening += 1 } else if isStructural(candidate) { inside += 1 }
        }
        return inside >= 3 && inside > opening
    }

    /// `2 组织体系` is a marker only in a part that numbers 2.1 below it.
    private func dropBareNumbers(_ candidates: inout [MarkerCandidate]) {
        func isBare(_ candidate: MarkerCandidate) -> Bool { candidate.scheme == .decimal && candidate.suffix.isEmpty }
        guard candidates.contains(where: isBare),
            candidates.count(where: { $0.scheme == .decimal && !$0.suffix.isEmpty && !$0.isDoubtful }) < 2
        else { return }
        candidates.removeAll(where: isBare)
    }

    /// 一是…。二是… that runs on in the paragraph it opens is an enumeration in running text, first item and all.
    private func dropEnumeration(from begin: Int, _ candidates: inout [MarkerCandidate]) {
        guard candidates[begin].position == .paragraphStart, candidates[begin].scheme.isWord else { return }
        let scheme = candidates[begin].scheme
        if candidates[(begin + 1)...].contains(where: {
            $0.scheme == scheme && $0.ordinal == candidates[begin].ordinal + 1
        }) {
            candidates[begin].position = .afterColon
        }
    }

    /// Whether several paragraphs run together here: several markers of structure, each behind a full stop or a gap.
    private func isMerged(_ paragraph: ParagraphSpan, _ candidates: ArraySlice<MarkerCandidate>) -> Bool {
        if paragraph.isMerged { return true }
        guard paragraph.byteCount > 600 else { return false }
        let strong = candidates.count { candidate in
            switch candidate.scheme {
            case .han, .parenthesizedHan, .chapter, .articleSection, .article:
                switch candidate.position {
                case .afterSentence, .afterGap, .paragraphStart, .lineStart: return true
                default: return false
                }
            default: return false
            }
        }
        return strong >= 3
    }

    /// Whether a marker in merged text may open a section: not when it stands inside a sentence.
    private func isStructural(_ candidate: MarkerCandidate) -> Bool {
        if candidate.scheme.isWord { return false }
        switch candidate.position {
        case .afterColon:
            // 提出如下意见：一、…; items that a semicolon parts do not go on, and a list of one is dropped.
            switch candidate.scheme {
            case .han, .parenthesizedHan, .chapter, .article: return true
            default: return false
            }
        case .afterSemicolon, .afterComma: return false
        case .inText:
            switch candidate.scheme {
            case .parenthesizedHan, .han, .arabicDot, .arabicComma, .articleSection: return true
            default: return false
            }
        default: return true
        }
    }

    // MARK: - Cutting

    private func cut(
        _ part: Range<Int>, _ candidates: [MarkerCandidate], _ choices: [SequenceSearch.Choice]
    ) -> Outline {
        var outline = Outline()
        outline.choices = choices
        outline.nodes.reserveCapacity(choices.count)
        outline.elements.reserveCapacity(part.count + choices.count)
        // The unit that is open; those around it are its parents.
        var innermost = -1
        var next = 0
        var candidate = 0
        for index in part {
            let paragraph = paragraphs[index]
            guard paragraph.purpose != .furniture, paragraph.purpose != .title else { continue }
            if innermost >= 0, closesUnits(paragraph.purpose) || isClosingFormula(paragraph) {
                innermost = -1
                outline.elements.append(.end)
            }
            if paragraph.table >= 0 {
                outline.elements.append(.table(paragraph.table))
                if innermost >= 0 { outline.nodes[innermost].hasFollowing = true }
                continue
            }
            var run = TextRun(
                paragraph: index, first: paragraph.first, end: paragraph.end, start: paragraph.start,
                stop: paragraph.stop, isPlain: paragraph.isPlain)
            while candidate < candidates.count, candidates[candidate].paragraph == index {
                defer { candidate += 1 }
                guard next < choices.count, choices[next].candidate == candidate else {
                    outline.leftovers.append(candidates[candidate])
                    continue
                }
                close(&run, at: candidates[candidate], &outline, innermost)
                open(candidates[candidate], choices[next], &run, &outline, &innermost)
                next += 1
            }
            close(run, &outline, innermost)
        }
        return outline
    }

    /// The list of attachments, the signature and the date stand below the units, not in the last one.
    private func closesUnits(_ purpose: ParagraphSpan.Purpose) -> Bool {
        switch purpose {
        case .attachmentList, .signature, .date: true
        default: false
        }
    }

    /// 此复。 and 特此通知。 close the notice, not its last item; 附表 does, too.
    private func isClosingFormula(_ paragraph: ParagraphSpan) -> Bool {
        guard paragraph.byteCount <= 36 else { return false }
        // 附表 on a line of its own: what follows is no more the last section's.
        let attached: [StaticString] = ["附表", "附图", "附录"]
        if paragraph.byteCount <= 9, attached.contains(where: { text.token(paragraph.first, opensWith: $0) }) {
            return true
        }
        let words: [StaticString] = ["特此", "此复", "此函", "此致", "妥否", "以上请示", "以上意见"]
        return words.contains { text.token(paragraph.first, opensWith: $0) }
    }

    /// Ends the run of text in front of a marker.
    private func close(_ run: inout TextRun, at marker: MarkerCandidate, _ outline: inout Outline, _ innermost: Int) {
        var before = run
        // 程序|第 is one token: the heading ends inside it.
        let isInside =
            marker.scheme == .article && text.tokens[marker.token].start < marker.start && marker.token >= run.first
        let last = isInside ? marker.token : text.ink(before: marker.token, from: run.first)
        before.end = max(last + 1, before.first)
        before.stop = last >= run.first ? min(text.tokens[last].end, marker.start) : before.start
        close(before, &outline, innermost)
    }

    private func close(_ run: TextRun, _ outline: inout Outline, _ innermost: Int) {
        if innermost >= 0, outline.nodes[innermost].own.paragraph == run.paragraph,
            outline.nodes[innermost].own.first == run.first,
            outline.nodes[innermost].own.start == run.start
        {
            outline.nodes[innermost].own = run
            return
        }
        guard !run.isEmpty else { return }
        outline.elements.append(.text(run))
        if innermost >= 0, !outline.nodes[innermost].hasFollowing, !isLabel(run) {
            outline.nodes[innermost].hasFollowing = true
        }
    }

    /// 责任单位：… below a task is no text that its first line could be the heading of.
    private func isLabel(_ run: TextRun) -> Bool {
        var characters = 0
        for index in run.first..<run.end where text.isInk(index) {
            if text.kind(index) == .colon { return characters >= 3 }
            guard text.kind(index) == .han else { return false }
            characters += text.tokens[index].byteCount / 3
            if characters > 8 { return false }
        }
        return false
    }

    private func open(
        _ marker: MarkerCandidate, _ choice: SequenceSearch.Choice, _ run: inout TextRun, _ outline: inout Outline,
        _ innermost: inout Int
    ) {
        var first = marker.bodyToken
        var start = marker.end
        if first >= run.end || text.tokens[first].start >= marker.end {
            first = text.ink(from: first, to: run.end)
            start = first < run.end ? text.tokens[first].start : run.stop
        }
        run.first = first
        run.start = min(start, run.stop)
        while innermost >= 0, outline.nodes[innermost].depth >= choice.depth {
            innermost = outline.nodes[innermost].parent
        }
        var marker = marker
        if marker.ordinal == MarkerScanner.lastOfSequence { marker.ordinal = max(choice.expected, 1) }
        if choice.isLookAlike, let other = marker.lookAlike {
            marker.scheme = other.scheme
            marker.ordinal = other.ordinal
            marker.isRepaired = false
        }
        // Behind a signature the units start anew, whatever was open above it.
        let depth = innermost < 0 ? 1 : outline.nodes[innermost].depth + 1
        if innermost >= 0 { outline.nodes[innermost].hasFollowing = true }
        outline.elements.append(.unit(outline.nodes.count))
        outline.nodes.append(OutlineNode(candidate: marker, depth: depth, own: run, parent: innermost))
        innermost = outline.nodes.count - 1
    }
}
