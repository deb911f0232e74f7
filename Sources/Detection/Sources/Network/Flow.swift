/// A connection or flow between two addresses, seen from the site: which of them is its own decides what left.
struct Flow {
    let from: String
    let to: String
    /// Bytes from the first to the second.
    let sent: String?
    /// Bytes back; nil where flows have one direction.
    let answered: String?
    let isFromLocal: Bool?
    let isToLocal: Bool?

    /// Adds origin, destination, host and bytes: what a machine of the site sent to one that is not of the site, and
    /// what it answered when it was called from outside.
    func write(to event: inout Event) {
        let fromLocal = isFromLocal ?? AddressRange.isPrivate(from)
        let toLocal = isToLocal ?? AddressRange.isPrivate(to)
        let isCalled = toLocal && !fromLocal && answered != nil
        event.standard(Taxonomy.origin, from)
        event.standard(Taxonomy.destination, isCalled ? from : to)
        event.standard(Taxonomy.host, isCalled ? to : from)
        event.standard(Taxonomy.bytes, number: isCalled ? answered : sent)
        event.standard(.connect, succeeded: nil)
    }
}
