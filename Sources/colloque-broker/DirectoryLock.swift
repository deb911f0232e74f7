import Foundation

/// Keeps a second broker out of a data directory: binding a socket removes an older one, so the lock comes first.
struct DirectoryLock {
    private let descriptor: Int32

    /// Takes the lock or says who is in the way.
    init(directory: String) throws {
        descriptor = unsafe open(directory + "/lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw BrokerStart.noDirectory }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw BrokerStart.running }
    }

    /// Gives the lock back.
    func release() { close(descriptor) }
}
