/// Turns the lines of one log into events.
///
/// A line may give no event (a comment, the first line of a record that spans several), one, or several (an array of
/// records); a reader may also give the event of earlier lines on reading a later one. What it holds meanwhile is told
/// by ``held``, so that the lines can be read again after a restart. A reader is of one file or connection; it never
/// throws, traps or waits.
public protocol LogReader: Sendable {
    /// Reads a line, without its end; an event goes into `event`, which has to be empty.
    mutating func read(_ line: [UInt8], into event: inout Event) -> ReadOutcome

    /// Another event of the line read last; ``ReadOutcome/nothing`` when there is none. Ask until then after each line.
    mutating func next(into event: inout Event) -> ReadOutcome

    /// The oldest event that waits for more lines, given out as it is because no more are coming for now;
    /// ``ReadOutcome/nothing`` when none waits. Ask until then.
    mutating func flush(into event: inout Event) -> ReadOutcome

    /// How many of the lines read last are still needed: from the oldest that is held to the newest read; 0 when none
    /// is held.
    var held: Int { get }

    /// Whether what is held may be whole, so that it is given out when nothing has come for a while; otherwise only at
    /// the end.
    var heldMayBeWhole: Bool { get }
}

extension LogReader {
    /// Most lines give one event.
    public mutating func next(into event: inout Event) -> ReadOutcome { .nothing }

    /// Most readers hold nothing.
    public mutating func flush(into event: inout Event) -> ReadOutcome { .nothing }

    /// Most readers hold nothing.
    public var held: Int { 0 }

    /// Most readers know when a record is whole.
    public var heldMayBeWhole: Bool { false }
}
