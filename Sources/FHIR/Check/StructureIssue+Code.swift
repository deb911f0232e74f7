extension StructureIssue {
    /// What is wrong. An invariant of R4 has its key as raw value.
    public enum Code: String, Sendable, CaseIterable {
        /// No object with a resource type of R4.
        case unknownType
        /// The type has no such element.
        case unknownElement
        /// An element that must be there is not.
        case missingElement
        /// A list where one value is allowed.
        case notRepeatable
        /// One value where R4 writes a list, even of one.
        case listExpected
        /// A list or object without content, which R4 JSON does not allow.
        case empty
        /// An object, string, number or boolean where the type asks for another; `null` included.
        case wrongKind
        /// More than one of a choice (`value[x]`).
        case severalOfChoice
        /// A primitive that its type's form does not allow.
        case invalidValue
        /// A code or concept outside the value set of a required binding.
        case notInValueSet
        /// A reference to a resource of a type that the element does not allow.
        case wrongTarget
        /// A reference that leads to another type than it says it does.
        case otherTarget
        /// Deeper than ``TierSplit/maximumDepth``.
        case tooDeep
        /// `_element` beside an element that is no primitive, or of another length than its list.
        case misplacedExtension
        /// A contained resource that contains resources: `dom-2`.
        case nestedContained
        /// An element with neither value nor content.
        case ele1 = "ele-1"
        /// An extension with both a value and extensions, or neither.
        case ext1 = "ext-1"
        /// A contained resource that nothing refers to; a warning.
        case dom3 = "dom-3"
        /// A contained resource with a version or a date of change.
        case dom4 = "dom-4"
        /// A contained resource with a security label.
        case dom5 = "dom-5"
        /// A reference to a contained resource that is not there.
        case ref1 = "ref-1"
        /// A narrative that is no XHTML fragment of the elements and attributes allowed, or runs something.
        case txt1 = "txt-1"
        /// A narrative without text or picture.
        case txt2 = "txt-2"
        /// A period that ends before it starts.
        case per1 = "per-1"
        /// Data whose kind is not told.
        case att1 = "att-1"
        /// A unit's code without its system.
        case qty3 = "qty-3"
        /// A telephone number or address without its system.
        case cpt2 = "cpt-2"
        /// A ratio with one half.
        case rat1 = "rat-1"
        /// A duration without unit.
        case tim1 = "tim-1"
        /// A repetition's period without unit.
        case tim2 = "tim-2"
        /// A highest period without period.
        case tim6 = "tim-6"
        /// A highest duration without duration.
        case tim7 = "tim-7"
        /// A highest count without count.
        case tim8 = "tim-8"
        /// Both a time of day and an event of the day.
        case tim10 = "tim-10"
        /// A contact of a patient without any detail.
        case pat1 = "pat-1"
        /// A reference range that says nothing.
        case obs3 = "obs-3"
        /// A value, and a reason why there is none.
        case obs6 = "obs-6"
        /// A value beside a component of the same code.
        case obs7 = "obs-7"
        /// A stage that says nothing.
        case con1 = "con-1"
        /// Evidence that says nothing.
        case con2 = "con-2"
        /// A condition that ended and is called active.
        case con4 = "con-4"
        /// A condition entered in error that has a clinical status.
        case con5 = "con-5"
        /// An allergy without clinical status.
        case ait1 = "ait-1"
        /// An allergy entered in error that has a clinical status.
        case ait2 = "ait-2"
        /// Education material without type and reference.
        case imm1 = "imm-1"
        /// A section without content.
        case cmp1 = "cmp-1"
        /// A section that has entries and a reason why it is empty.
        case cmp2 = "cmp-2"
        /// A total in a Bundle that no search or history gave.
        case bdl1 = "bdl-1"
        /// A search mode in a Bundle that no search gave.
        case bdl2 = "bdl-2"
        /// A request missing in a Bundle of requests, or present in another.
        case bdl3 = "bdl-3"
        /// A response missing in a Bundle of responses, or present in another.
        case bdl4 = "bdl-4"
        /// A Bundle's entry without content.
        case bdl5 = "bdl-5"
        /// Two entries of a Bundle with the same address and version.
        case bdl7 = "bdl-7"
        /// An entry's address that names a version.
        case bdl8 = "bdl-8"
        /// A document without a whole identifier.
        case bdl9 = "bdl-9"
        /// A document without date.
        case bdl10 = "bdl-10"
        /// A document that does not begin with a Composition.
        case bdl11 = "bdl-11"
        /// A message that does not begin with a MessageHeader.
        case bdl12 = "bdl-12"
        /// A French NIR or INS matricule of the wrong form or key; a warning, as published examples have such.
        case nir
        /// A French RPPS or IDNPS of the wrong form or key; a warning.
        case rpps
        /// A French FINESS or IDNST of the wrong form or key; a warning.
        case finess

        /// How bad it is.
        public var severity: Severity {
            switch self {
            case .dom3, .nir, .rpps, .finess: .warning
            default: .error
            }
        }
    }
}
