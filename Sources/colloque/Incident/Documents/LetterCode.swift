/// The code of a letter: `7KQ4-M2XH-9TBR`, of letters and digits that nobody mixes up on the telephone; 60 bits.
enum LetterCode {
    private static let signs = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")

    static func draw() -> String {
        var generator = SystemRandomNumberGenerator()
        let all = (0..<12).map { _ in signs[Int.random(in: 0..<signs.count, using: &generator)] }
        return String(all[0..<4]) + "-" + String(all[4..<8]) + "-" + String(all[8..<12])
    }
}
