import Foundation

/// What a benchmark prints last (DESIGN §12, Benchmarks).
struct Outcome {
    let name: String
    let value: Double
    let unit: String
    /// What it is compared with: a figure of others, or a peer that ran beside it.
    let reference: Double

    /// One line of JSON.
    func print() {
        let ratio = reference > 0 ? value / reference : 0
        Report.line(
            #"{"name":"\#(name)","value":\#(Report.number(value)),"unit":"\#(unit)","#
                + #""reference":\#(Report.number(reference)),"ratio":\#(Report.number(ratio))}"#)
    }
}
