import Foundation
import JSONTree

/// Where commands print: reports on standard output, messages on standard error.
enum Output {
    static func line(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

    static func error(_ text: String) { FileHandle.standardError.write(Data(("colloque: " + text + "\n").utf8)) }

    static func json(_ value: JSONValue) {
        FileHandle.standardOutput.write(Data(value.bytes + [UInt8(ascii: "\n")]))
    }
}
