extension SyntheticPatient {
    /// Turns a copy of the person's first record into how a hurried colleague typed it again, years later.
    mutating func alter(_ random: inout SeededGenerator) {
        switch random.below(100) {
        case 0..<28: family = Self.typo(family, &random)
        case 28..<40: given[0] = Self.typo(given[0], &random)
        case 40..<50: (family, given) = (given[0], [family])
        case 50..<65: swapMarriedName()
        case 65..<75: family = Fold.withoutAccents(family).uppercased()
        case 75..<83: birthDate = birthDate.adding([-1, 1, 30, -365, 9][random.below(5)])
        default: given = [given[0]]
        }
        if random.chance(0.5) { mobile = FictionalPhone.mobile(&random) }
        if random.chance(0.4) { nir = nil }
        if random.chance(0.5) { email = nil }
        if random.chance(0.4) { addressLines = [Streets.line(&random)] }
    }

    /// A married woman is recorded under her name at birth; others lose their second given name.
    private mutating func swapMarriedName() {
        if let maiden = birthFamily {
            family = maiden
            birthFamily = nil
        } else {
            given = [given[0]]
        }
    }

    /// One slip of the finger: two letters swapped, one lost, one doubled, or the accents left out.
    private static func typo(_ name: String, _ random: inout SeededGenerator) -> String {
        var letters = Array(name)
        guard letters.count > 3 else { return name + "e" }
        let place = random.between(1, letters.count - 2)
        switch random.below(4) {
        case 0: letters.swapAt(place, place + 1)
        case 1: letters.remove(at: place)
        case 2: letters.insert(letters[place], at: place)
        default:
            let plain = Fold.withoutAccents(name)
            return plain == name ? name + "s" : plain
        }
        return String(letters)
    }
}
