@testable import PolicyText

/// Duties say what stands in the source, and only that.
extension DocumentChecker {
    /// The clause, the names and the deadline of each duty are their slices; each has somebody who bears it.
    func dutyFaults() -> [Fault] {
        var faults: [Fault] = []
        var end = 0
        for duty in document.responsibilities {
            let range = duty.range.offsets
            func fault(_ message: String) {
                faults.append(Fault(check: "duty", message: "\(message) in \(excerpt(range))"))
            }
            if range.isEmpty { fault("nothing") }
            if !isWritten(duty) { fault("“\(duty.text)” is not the slice") }
            // Brackets inside a clause of running text may be duties of their own.
            if range.lowerBound < end, duty.form != .inline { fault("overlaps what stands before it") }
            if duty.form != .inline { end = max(end, range.upperBound) }
            if furniture.indices.contains(range.lowerBound), furniture[range.lowerBound] {
                fault("begins in furniture")
            }
            if duty.assignments.isEmpty { fault("no assignment") }
            if let deadline = duty.deadline, Self.squash(deadline).isEmpty { fault("a deadline without letters") }
            for assignment in duty.assignments {
                if assignment.departments.isEmpty { fault("\(assignment.role) of nobody") }
                for department in assignment.departments { check(department, fault) }
            }
        }
        return faults
    }

    /// Whether the text of a duty is its slice; that of a row is the cells that say it, without those between them.
    private func isWritten(_ duty: Responsibility) -> Bool {
        let slice = inkSlice(duty.range.offsets)
        let text = Self.squash(duty.text)
        guard duty.form == .table else { return slice == text }
        var rest = slice.unicodeScalars[...]
        for scalar in text.unicodeScalars {
            guard let place = rest.firstIndex(of: scalar) else { return false }
            rest = rest[rest.index(after: place)...]
        }
        return true
    }

    private func check(_ department: OrganizationName, _ fault: (String) -> Void) {
        let name = department.name
        let range = department.range.offsets
        if name.isEmpty { fault("a name without letters") }
        if name != Self.squash(name) { fault("“\(name)” holds white space") }
        if inkSlice(range) != name { fault("“\(name)” is \(excerpt(range))") }
        if name.unicodeScalars.contains(where: { "，；。：,;".unicodeScalars.contains($0) }) {
            fault("“\(name)” is several")
        }
    }
}
