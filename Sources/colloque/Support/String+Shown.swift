extension String {
    /// With all but printable ASCII escaped: nothing in it moves the cursor or turns the line round, so that what is read is what is signed.
    var shown: String { unicodeScalars.map { $0.escaped(asASCII: true) }.joined() }
}
