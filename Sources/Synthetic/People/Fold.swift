/// Folds French letters to ASCII, for e-mail addresses and for typing without accents.
enum Fold {
    /// Lower-case ASCII letters of a name, nothing else.
    static func ascii(_ name: String) -> String {
        var out = ByteWriter()
        for scalar in withoutAccents(name).unicodeScalars {
            switch scalar {
            case "a"..."z": out.byte(UInt8(scalar.value))
            case "A"..."Z": out.byte(UInt8(scalar.value) | 32)
            default: break
            }
        }
        return String(decoding: out.bytes, as: UTF8.self)
    }

    /// The same text with plain letters.
    static func withoutAccents(_ name: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in name.unicodeScalars { out.append(contentsOf: plain(scalar).unicodeScalars) }
        return String(out)
    }

    private static func plain(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "à", "â", "ä", "á": "a"
        case "ç": "c"
        case "é", "è", "ê", "ë": "e"
        case "î", "ï": "i"
        case "ô", "ö": "o"
        case "ù", "û", "ü": "u"
        case "œ": "oe"
        case "É", "È", "Ê": "E"
        case "À", "Â": "A"
        case "Î": "I"
        case "Ô": "O"
        case "Ç": "C"
        default: String(scalar)
        }
    }
}
