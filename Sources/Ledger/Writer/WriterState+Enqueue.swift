extension WriterState {
    /// Gives a call its place in the log and in the reserved space, or refuses it and changes nothing. Tells whether
    /// the committing thread must be woken.
    mutating func enqueue(
        _ entries: [[UInt8]], bytes: Int, overhead: Int, options: LedgerOptions
    ) -> Result<(first: UInt64, wake: Bool), LedgerError> {
        guard ending == .none else { return .failure(LedgerError(.closed)) }
        guard queuedBytes + bytes <= options.queueLimit else { return .failure(LedgerError(.queueFull)) }
        let opensSegment = planned < bytes + overhead
        if opensSegment {
            guard spare == .ready else { return .failure(LedgerError(.noSpace)) }
            spare = .planned
            planned = options.segmentBytes - FrameHeader.sector
        }
        planned -= bytes + overhead
        queuedBytes += bytes
        let first = next
        next += UInt64(entries.count)
        queue.append(Call(first: first, entries: entries, cost: bytes + overhead, opensSegment: opensSegment))
        defer { isIdle = false }
        return .success((first, isIdle))
    }

    /// Gives back what a batch did not need, unless calls are planned into the segment after it already.
    mutating func settle(_ batch: [Call], written: Int) {
        if spare != .planned { planned += batch.reduce(0) { $0 + $1.cost } - written }
    }

    /// Takes the calls of the next batch: no more than `limit` entries unless one call has more, and none after one
    /// that opens a segment unless that is the first.
    mutating func takeBatch(limit: Int) -> [Call] {
        var taken = 0
        var count = 0
        while taken < queue.count {
            let call = queue[taken]
            if taken > 0, call.opensSegment || count + call.entries.count > limit { break }
            count += call.entries.count
            taken += 1
        }
        let batch = Array(queue[..<taken])
        queue.removeSubrange(..<taken)
        return batch
    }
}
