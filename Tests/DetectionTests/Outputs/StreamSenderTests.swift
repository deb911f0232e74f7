import Foundation
import Testing

@testable import Detection

@Suite("Syslog frames over TCP")
struct StreamSenderTests {
    @Test func framesArriveAndAClosedReceiverIsTold() throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(listener) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let port = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                #expect(unsafe bind(listener, generic, size) == 0)
                #expect(listen(listener, 4) == 0)
                unsafe getsockname(listener, generic, &size)
            }
            return unsafe UInt16(bigEndian: pointer.pointee.sin_port)
        }
        let sender = StreamSender(host: "127.0.0.1", port: port)
        let frame = SyslogRecord(host: "h").frame(SampleFinding.fanOut())
        try sender.send(frame)
        try sender.send(frame)
        sender.disconnect()
        let taken = accept(listener, nil, nil)
        defer { close(taken) }
        var got: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = unsafe recv(taken, &buffer, buffer.count, 0)
            if count <= 0 { break }
            got += buffer[..<count]
        }
        #expect(got == frame + frame)
    }

    @Test func nobodyThereIsAnError() {
        let error = #expect(throws: StreamSenderError.self) { try StreamSender(host: "127.0.0.1", port: 1).send([1]) }
        #expect(error?.step == "connect")
    }
}
