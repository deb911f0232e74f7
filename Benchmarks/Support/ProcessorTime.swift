import Foundation

/// Processor time of this process.
enum ProcessorTime {
    /// Seconds, of all threads, user and system together (clock_gettime(2)).
    static var seconds: Double {
        var time = timespec()
        guard unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return 0 }
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
