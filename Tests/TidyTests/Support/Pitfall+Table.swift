extension Pitfall {
    /// What is looked for, and why it is not wanted.
    static let all: [Pitfall] = [
        Pitfall("@unchecked", .everywhere, "silences the compiler where it proves that tasks do not share"),
        Pitfall("nonisolated(unsafe)", .everywhere, "the same, for one variable"),
        Pitfall("try!", .everywhere, "ends the process on an error that somebody may be able to cause"),
        Pitfall("as!", .everywhere, "ends the process on a value of another type"),
        Pitfall(
            named: "force unwrap", needle: "!", .everywhere, "ends the process on a missing value", matches: unwraps),
        Pitfall("fatalError(", .sources, "ends the process; return an error, or make the state impossible"),
        Pitfall("preconditionFailure(", .sources, "ends the process; return an error, or make the state impossible"),
        Pitfall("assumingMemoryBound(", .sources, "asserts a type that nothing checks"),
        Pitfall(
            named: "Task {", needle: "Task", .sources, "a task of nobody: errors and cancellation are lost",
            matches: detaches),
        Pitfall("print(", .libraries, "libraries write to no terminal; what is printed may be personal"),
        Pitfall("debugPrint(", .sources, "prints what was not meant to be printed"),
        Pitfall("dump(", .sources, "prints what was not meant to be printed"),
        Pitfall("NSLog(", .sources, "logs past the logger and its rules"),
        Pitfall("Date()", .core, "clocks are parameters: limits are tested by moving them"),
        Pitfall("Date.now", .core, "clocks are parameters: limits are tested by moving them"),
        Pitfall("Thread.sleep", .everywhere, "sleeps for luck"),
    ]

    /// Whether a `!` follows a value at once and is no `!=`.
    @Sendable static func unwraps(_ line: String) -> Bool {
        guard line.utf8.contains(UInt8(ascii: "!")) else { return false }
        let bytes = Array(line.utf8)
        return bytes.indices.dropFirst().contains { index in
            guard bytes[index] == UInt8(ascii: "!") else { return false }
            let previous = bytes[index - 1]
            let closes = [")", "]", "}", "\"", "?"].contains(UnicodeScalar(previous))
            guard String.isWord(previous) || closes else { return false }
            if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "=") { return false }
            let word = bytes[..<index].suffix(while: String.isWord)
            return !word.elementsEqual("try".utf8) && !word.elementsEqual("as".utf8)
        }
    }

    /// Whether an unstructured task begins: `Task {`, `Task(priority:) {`, `Task<…> {`, `Task.detached`.
    @Sendable static func detaches(_ line: String) -> Bool {
        line.containsWord("Task.detached") || line.containsWord("Task {") || line.containsWord("Task<")
            || line.containsWord("Task(") || line.containsWord("Task.init")
    }
}

extension ArraySlice<UInt8> {
    /// The longest end of which every byte satisfies the condition.
    fileprivate func suffix(while condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        suffix(reversed().prefix(while: condition).count)
    }
}
