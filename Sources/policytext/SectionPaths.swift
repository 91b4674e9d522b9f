import PolicyText

/// The sections of a document by their ids, as people name them: 二、（一） 加强领导.
struct SectionPaths {
    struct Place {
        /// The markers from the outermost section to this one.
        var markers: String
        /// The heading of the innermost section that has one.
        var heading: String
    }

    private var places: [String: Place] = [:]

    init(_ document: Document) {
        for part in document.parts { add(part.content, Place(markers: "", heading: "")) }
    }

    /// The place of a section; an empty one for what stands outside every section.
    func place(of section: String?) -> Place { section.flatMap { places[$0] } ?? Place(markers: "", heading: "") }

    private mutating func add(_ blocks: [Block], _ outer: Place) {
        for block in blocks {
            switch block {
            case .section(let section):
                let place = Place(
                    markers: outer.markers + section.marker.text, heading: section.heading ?? outer.heading)
                places[section.id] = place
                add(section.content, place)
            case .paragraph(let paragraph): add(paragraph.content, outer)
            case .table: break
            }
        }
    }
}
