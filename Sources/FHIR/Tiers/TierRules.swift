import Vocabulary

/// What tier each element has, and why. Decided here by hand; the structure itself comes from HL7.
///
/// A resource type has a **base** tier. An element adds a **floor** to its parent's tier: it is as sensitive as its
/// parent, or more. What the rules do not name is as sensitive as its parent, except strings: those are restricted
/// unless ``plainStrings`` says that nobody types prose there.
enum TierRules {
    /// A rule: what it applies to, the tier, and the reason that `doctor` prints.
    struct Rule: Sendable {
        let names: [String]
        let tier: Tier
        let reason: String

        init(_ names: String, _ tier: Tier, _ reason: String) {
            self.names = names.split(whereSeparator: \.isWhitespace).map(String.init)
            self.tier = tier
            self.reason = reason
        }
    }

    /// Base tiers of resource types; `medical` for the types not named, which is most of care.
    static let bases: [Rule] = [
        Rule("Patient Person", .identity, "who someone is"),
        Rule("RelatedPerson", .contact, "another person's data, and how they are related"),
        Rule(
            "Appointment AppointmentResponse Schedule Slot", .identity,
            "a secretary must see the agenda; what a visit is about has floors of its own"),
        Rule(
            "Coverage Account EnrollmentRequest EnrollmentResponse", .contact,
            "insurance and billing accounts, with member numbers"),
        Rule("Binary", .restricted, "bytes that nothing can look into"),
        Rule(
            "QuestionnaireResponse", .restricted,
            "nothing in its structure tells an ordinary question from an intimate one"),
        Rule("MolecularSequence", .restricted, "genetic data identifies and says what cannot be changed"),
        Rule(
            "Organization OrganizationAffiliation PractitionerRole Location HealthcareService Endpoint", .identity,
            "about no patient, and then sealed whole; inside a patient's resource as sensitive as that"),
        Rule("Practitioner", .identity, "who a professional is; inside a patient's resource as sensitive as that"),
        Rule("InsurancePlan Questionnaire DeviceDefinition", .identity, "about no patient, and then sealed whole"),
    ]

    /// Floors of types, wherever they are used.
    static let types: [Rule] = [
        Rule("Narrative xhtml", .restricted, "free text: a narrative repeats everything else"),
        Rule("Annotation markdown", .restricted, "free text"),
        Rule("Attachment base64Binary", .restricted, "documents, pictures and bytes that nothing can look into"),
        Rule("Address ContactPoint", .contact, "where and how someone is reached"),
        Rule("string", .restricted, "a string in which someone may type freely"),
    ]

    /// Floors of single elements, above what their type asks.
    static let elements: [Rule] = [
        Rule(
            """
            Appointment.reasonCode Appointment.reasonReference Appointment.basedOn Appointment.supportingInformation
            Appointment.cancelationReason
            """, .medical, "why someone comes is care; that they come is the agenda"),
        Rule(
            """
            Extension.valueDecimal Extension.valueInteger Extension.valuePositiveInt Extension.valueUnsignedInt
            Extension.valueQuantity Extension.valueAge Extension.valueCount Extension.valueDistance
            Extension.valueDuration Extension.valueRange Extension.valueRatio Extension.valueSampledData
            Extension.valueTiming Extension.valueDosage
            """, .medical, "a number attached to a person is a measurement"),
        Rule(
            "Extension.valueUrl Extension.valueExpression Extension.valueSignature", .restricted,
            "may lead to or hold a document"),
        Rule(
            """
            Extension.valueBoolean Extension.valueCode Extension.valueCoding Extension.valueCodeableConcept
            """, .medical, "a fact about a person that nobody reviewed: religion, gender identity, disability"),
        Rule("Patient.contact", .contact, "another person's data, and how they are related"),
        Rule("Patient.maritalStatus", .contact, "family life: insurance asks for it, the desk does not"),
        Rule("Practitioner.birthDate", .contact, "a colleague's own: the desk does not need it"),
        Rule("Location.position", .contact, "a place on the map may be a home"),
        Rule("DocumentReference.content", .restricted, "the document, its address and what it is called"),
        Rule("Communication.payload CommunicationRequest.payload", .restricted, "what was said"),
        Rule("Consent.sourceAttachment Consent.sourceReference", .restricted, "the signed document"),
        Rule("Patient.photo Practitioner.photo", .restricted, "a face"),
    ]

    /// Strings in which nobody types prose: as sensitive as their parent. `*.name` is any element called so.
    static let plainStrings: [(names: String, reason: String)] = [
        ("*.id", "an element's own id, which only references inside the resource use"),
        ("*.linkId *.version", "names a place in a questionnaire, or a version"),
        ("HumanName.family HumanName.given HumanName.prefix HumanName.suffix HumanName.text", "a name"),
        ("Reference.reference", "an address of a resource"),
        ("Reference.display", "mostly a person's or organisation's name, which the reference gives too"),
        ("Identifier.value", "an identifier"),
        ("Coding.version Coding.display", "a code's own words"),
        (
            """
            Quantity.unit Age.unit Count.unit Distance.unit Duration.unit SampledData.data
            """, "a unit, or a series of numbers"
        ),
        (
            """
            Address.text Address.line Address.city Address.district Address.state Address.postalCode Address.country
            ContactPoint.value
            """, "contact data already"
        ),
        (
            """
            Coverage.subscriberId Coverage.dependent Coverage.network Coverage.class.value Coverage.class.name
            Claim.insurance.preAuthRef Claim.insurance.businessArrangement ClaimResponse.preAuthRef
            ClaimResponse.insurance.businessArrangement ExplanationOfBenefit.preAuthRef
            ExplanationOfBenefit.insurance.preAuthRef CoverageEligibilityRequest.insurance.businessArrangement
            CoverageEligibilityResponse.preAuthRef
            """, "an insurer's number or contract"
        ),
        (
            """
            Immunization.lotNumber Immunization.protocolApplied.series Medication.batch.lotNumber
            Immunization.protocolApplied.doseNumberString Immunization.protocolApplied.seriesDosesString
            ImmunizationEvaluation.series ImmunizationEvaluation.doseNumberString
            ImmunizationEvaluation.seriesDosesString ImmunizationRecommendation.recommendation.series
            ImmunizationRecommendation.recommendation.doseNumberString
            ImmunizationRecommendation.recommendation.seriesDosesString
            """, "a lot, or a place in a series of doses"
        ),
        (
            """
            Device.udiCarrier.deviceIdentifier Device.udiCarrier.carrierHRF Device.distinctIdentifier
            Device.manufacturer Device.lotNumber Device.serialNumber Device.deviceName.name Device.modelNumber
            Device.partNumber Device.version.value
            """, "printed on the device"
        ),
        ("AuditEvent.agent.altId AuditEvent.agent.network.address AuditEvent.source.site", "written by programs"),
        ("Organization.name Organization.alias Location.name Location.alias HealthcareService.name", "a name"),
    ]
}
