import Foundation

/// Processor time, user and system together.
enum ProcessorTime {
    /// Seconds of all threads of this process.
    static var seconds: Double { read(CLOCK_PROCESS_CPUTIME_ID) }

    /// Seconds of the calling thread.
    static var ofThread: Double { read(CLOCK_THREAD_CPUTIME_ID) }

    /// clock_gettime(2).
    private static func read(_ clock: clockid_t) -> Double {
        var time = timespec()
        guard unsafe clock_gettime(clock, &time) == 0 else { return 0 }
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
