import Glibc

/// Sends bytes over TCP, connecting when first asked and again after a failure. It blocks its thread for at most the
/// time limit of each call; TLS is what another sender of the same frames adds.
public final class StreamSender {
    private let host: String
    private let port: UInt16
    private let seconds: Int
    private var descriptor: Int32 = -1

    /// Names the receiver; a call that takes longer than `seconds` fails.
    public init(host: String, port: UInt16, seconds: Int = 10) {
        (self.host, self.port, self.seconds) = (host, port, max(1, seconds))
    }

    deinit { disconnect() }

    /// Sends all of the bytes. After a failure some may have arrived: whoever counts on all sends the frame again.
    public func send(_ bytes: [UInt8]) throws(StreamSenderError) {
        if descriptor < 0 { descriptor = try connect() }
        var sent = 0
        while sent < bytes.count {
            let put = unsafe bytes.withUnsafeBytes { buffer -> Int in
                guard let base = buffer.baseAddress else { return 0 }
                return unsafe Glibc.send(descriptor, base + sent, buffer.count - sent, Int32(MSG_NOSIGNAL))
            }
            if put < 0, errno == EINTR { continue }
            guard put > 0 else {
                let code = errno
                disconnect()
                throw StreamSenderError(step: "send", code: code)
            }
            sent += put
        }
    }

    /// Closes the connection; the next call makes another.
    public func disconnect() {
        if descriptor >= 0 { _ = close(descriptor) }
        descriptor = -1
    }

    private func connect() throws(StreamSenderError) -> Int32 {
        var hints = unsafe addrinfo()
        unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard unsafe getaddrinfo(host, String(port), &hints, &list) == 0 else {
            throw StreamSenderError(step: "look up", code: 0)
        }
        defer { unsafe freeaddrinfo(list) }
        var next = unsafe list
        var code: Int32 = 0
        while let address = unsafe next {
            let opened = unsafe socket(address.pointee.ai_family, address.pointee.ai_socktype | Self.closing, 0)
            limit(opened)
            if opened >= 0, unsafe Glibc.connect(opened, address.pointee.ai_addr, address.pointee.ai_addrlen) == 0 {
                return opened
            }
            code = errno
            if opened >= 0 { _ = close(opened) }
            unsafe next = unsafe address.pointee.ai_next
        }
        throw StreamSenderError(step: "connect", code: code)
    }

    private static let closing = Int32(SOCK_CLOEXEC.rawValue)

    private func limit(_ socket: Int32) {
        var time = timeval(tv_sec: seconds, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        _ = unsafe setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &time, size)
    }
}
