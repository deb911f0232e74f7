extension String {
    /// With line breaks, controls, marks of direction and unassigned characters escaped: letters of any script can be read, and
    /// nothing moves the cursor or turns the line round.
    var legible: String {
        var out = ""
        for scalar in unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
                out += scalar.escaped(asASCII: true)
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
