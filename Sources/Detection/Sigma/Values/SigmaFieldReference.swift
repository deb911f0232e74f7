/// Another field whose value is compared (modifier `fieldref`).
struct SigmaFieldReference: Sendable, Hashable {
    var field: String
    var mayBeginBefore = false
    var mayEndAfter = false
    var isCased = false

    /// How the value must be like the other field's.
    var likeness: ValueTest.Likeness {
        switch (mayBeginBefore, mayEndAfter) {
        case (false, false): .equals
        case (false, true): .startswith
        case (true, false): .endswith
        case (true, true): .contains
        }
    }
}
