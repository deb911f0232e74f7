// Written by scripts/generate-fhir-tables; change that, not this.

extension DefinitionText {
    /// The elements that name a resource's patient; `PatientPaths` reads it.
    static let patients = """
        Account=subject!; AdverseEvent=subject!; AllergyIntolerance=patient!;recorder,asserter
        Appointment=participant.actor; AppointmentResponse=actor; AuditEvent=entity.what;agent.who Basic=subject!;author
        Binary=securityContext; BiologicallyDerivedProduct=collection.source; BodyStructure=patient!;
        CarePlan=subject!;activity.detail.performer CareTeam=subject!;participant.member ChargeItem=subject!;
        Claim=patient!;payee.party ClaimResponse=patient!; ClinicalImpression=subject!;
        Communication=subject!;sender,recipient CommunicationRequest=subject!;sender,recipient,requester
        Composition=subject!;author,attester.party Condition=subject!;asserter Consent=patient!; Contract=subject!;
        Coverage=beneficiary!;policyHolder,subscriber,payor CoverageEligibilityRequest=patient!;
        CoverageEligibilityResponse=patient!; DetectedIssue=patient!; Device=patient!; DeviceRequest=subject!;performer
        DeviceUseStatement=subject!; DiagnosticReport=subject!; DocumentManifest=subject!;author,recipient
        DocumentReference=subject!;author Encounter=subject!; EnrollmentRequest=candidate!; EpisodeOfCare=patient!;
        ExplanationOfBenefit=patient!;payee.party FamilyMemberHistory=patient!; Flag=subject!; Goal=subject!;
        Group=member.entity; GuidanceResponse=subject!; ImagingStudy=subject!; Immunization=patient!;
        ImmunizationEvaluation=patient!; ImmunizationRecommendation=patient!; Invoice=subject!;recipient
        Linkage=item.resource; List=subject!;source MeasureReport=subject!; Media=subject!;
        MedicationAdministration=subject!;performer.actor MedicationDispense=subject!;receiver
        MedicationRequest=subject!; MedicationStatement=subject!; MolecularSequence=patient!; NutritionOrder=patient!;
        Observation=subject!;performer Person=link.target; Procedure=subject!;performer.actor Provenance=target;
        QuestionnaireResponse=subject!;author RelatedPerson=patient!; RequestGroup=subject!;action.participant
        ResearchSubject=individual!; RiskAssessment=subject!; Schedule=actor; ServiceRequest=subject!;performer
        Specimen=subject!; SupplyDelivery=patient!; SupplyRequest=deliverTo; Task=for!; VisionPrescription=patient!;
        """
}
