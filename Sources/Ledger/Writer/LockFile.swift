import Glibc

/// An exclusive `flock` on the ledger's `lock` file, held as long as this lives and is not unlocked.
final class LockFile: Sendable {
    private let descriptor: Int32

    init(in directory: Directory) throws(LedgerError) {
        let opened = try directory.openFile("lock", create: true)
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            _ = close(opened)
            throw code == EWOULDBLOCK
                ? LedgerError(.locked, file: "lock") : LedgerError(.system, file: "lock", position: UInt64(code))
        }
        descriptor = opened
    }

    func unlock() { _ = flock(descriptor, LOCK_UN) }

    deinit { _ = close(descriptor) }
}
