/// The Luhn check digit (ISO/IEC 7812-1 annex B), which ends RPPS, FINESS, SIREN and SIRET numbers.
public enum Luhn {
    /// The digit that makes `digits` followed by it valid.
    public static func key(_ digits: some StringProtocol) -> Int { (10 - sum(digits, doubleLast: true) % 10) % 10 }

    /// Whether the last digit is the right key; false for anything but ASCII digits.
    public static func isValid(_ digits: some StringProtocol) -> Bool {
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return false }
        return sum(digits, doubleLast: false) % 10 == 0
    }

    private static func sum(_ digits: some StringProtocol, doubleLast: Bool) -> Int {
        var total = 0
        var double = doubleLast
        for unit in digits.utf8.reversed() {
            let digit = Int(unit) - 48
            total += double ? (digit * 2) / 10 + (digit * 2) % 10 : digit
            double.toggle()
        }
        return total
    }
}
