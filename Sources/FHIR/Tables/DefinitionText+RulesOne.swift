// Written by scripts/generate-fhir-tables; change that, not this.

extension DefinitionText {
    /// What elements must have, be coded with and refer to; `ElementRules` reads it.
    static let rulesOne = """
        @Account status!=account-status
        subject>Patient,Device,Practitioner,PractitionerRole,Location,HealthcareService,Organization owner>Organization
        partOf>Account
        @Account.coverage coverage!>Coverage
        @Account.guarantor party!>Patient,RelatedPerson,Organization
        @ActivityDefinition status!=publication-status subjectReference>Group kind=request-resource-types
        intent=request-intent priority=request-priority location>Location productReference>Medication,Substance
        specimenRequirement>SpecimenDefinition observationRequirement>ObservationDefinition
        observationResultRequirement>ObservationDefinition
        @ActivityDefinition.participant type!=action-participant-type
        @ActivityDefinition.dynamicValue path! expression!
        @Address use=address-use type=address-type
        @AdverseEvent actuality!=adverse-event-actuality subject!>Patient,Group,Practitioner,RelatedPerson
        encounter>Encounter resultingCondition>Condition location>Location severity=adverse-event-severity
        outcome=adverse-event-outcome recorder>Patient,Practitioner,PractitionerRole,RelatedPerson
        contributor>Practitioner,PractitionerRole,Device
        subjectMedicalHistory>Condition,Observation,AllergyIntolerance,FamilyMemberHistory,Immunization,Procedure,Media,
        DocumentReference referenceDocument>DocumentReference study>ResearchStudy
        @AdverseEvent.suspectEntity
        instance!>Immunization,Procedure,Substance,Medication,MedicationAdministration,MedicationStatement,Device
        @AdverseEvent.suspectEntity.causality author>Practitioner,PractitionerRole
        @Age comparator=quantity-comparator
        @AllergyIntolerance clinicalStatus=allergyintolerance-clinical
        verificationStatus=allergyintolerance-verification type=allergy-intolerance-type
        category=allergy-intolerance-category criticality=allergy-intolerance-criticality patient!>Patient
        encounter>Encounter recorder>Practitioner,PractitionerRole,Patient,RelatedPerson
        asserter>Patient,RelatedPerson,Practitioner,PractitionerRole
        @AllergyIntolerance.reaction manifestation! severity=reaction-event-severity
        @Annotation authorReference>Practitioner,Patient,RelatedPerson,Organization text!
        @Appointment status!=appointmentstatus
        reasonReference>Condition,Procedure,Observation,ImmunizationRecommendation slot>Slot basedOn>ServiceRequest
        participant!
        @Appointment.participant
        actor>Patient,Practitioner,PractitionerRole,RelatedPerson,Device,HealthcareService,Location
        required=participantrequired status!=participationstatus
        @AppointmentResponse appointment!>Appointment
        actor>Patient,Practitioner,PractitionerRole,RelatedPerson,Device,HealthcareService,Location
        participantStatus!=participationstatus
        @Attachment contentType=mimetypes language=all-languages
        @AuditEvent type! action=audit-event-action recorded! outcome=audit-event-outcome agent! source!
        @AuditEvent.agent who>PractitionerRole,Practitioner,Organization,Device,Patient,RelatedPerson requestor!
        location>Location
        @AuditEvent.agent.network type=network-type
        @AuditEvent.source observer!>PractitionerRole,Practitioner,Organization,Device,Patient,RelatedPerson
        @AuditEvent.entity.detail type! value[x]!
        @Basic code! author>Practitioner,PractitionerRole,Patient,RelatedPerson,Organization
        @Binary contentType!=mimetypes
        @BiologicallyDerivedProduct productCategory=product-category status=product-status request>ServiceRequest
        parent>BiologicallyDerivedProduct
        @BiologicallyDerivedProduct.collection collector>Practitioner,PractitionerRole source>Patient,Organization
        @BiologicallyDerivedProduct.processing additive>Substance
        @BiologicallyDerivedProduct.storage scale=product-storage-scale
        @BodyStructure patient!>Patient
        @Bundle type!=bundle-type
        @Bundle.link relation! url!
        @Bundle.entry.search mode=search-entry-mode
        @Bundle.entry.request method!=http-verb url!
        @Bundle.entry.response status!
        @CapabilityStatement status!=publication-status date! kind!=capability-statement-kind fhirVersion!=FHIR-version
        format!=mimetypes patchFormat=mimetypes
        @CapabilityStatement.software name!
        @CapabilityStatement.implementation description! custodian>Organization
        @CapabilityStatement.rest mode!=restful-capability-mode
        @CapabilityStatement.rest.resource type!=resource-types versioning=versioning-policy
        conditionalRead=conditional-read-status conditionalDelete=conditional-delete-status
        referencePolicy=reference-handling-policy
        @CapabilityStatement.rest.resource.interaction code!=type-restful-interaction
        @CapabilityStatement.rest.resource.searchParam name! type!=search-param-type
        @CapabilityStatement.rest.resource.operation name! definition!
        @CapabilityStatement.rest.interaction code!=system-restful-interaction
        @CapabilityStatement.messaging.endpoint protocol! address!
        @CapabilityStatement.messaging.supportedMessage mode!=event-capability-mode definition!
        @CapabilityStatement.document mode!=document-mode profile!
        @CarePlan basedOn>CarePlan replaces>CarePlan partOf>CarePlan status!=request-status intent!=care-plan-intent
        subject!>Patient,Group encounter>Encounter
        author>Patient,Practitioner,PractitionerRole,Device,RelatedPerson,Organization,CareTeam
        contributor>Patient,Practitioner,PractitionerRole,Device,RelatedPerson,Organization,CareTeam careTeam>CareTeam
        addresses>Condition goal>Goal
        @CarePlan.activity
        reference>Appointment,CommunicationRequest,DeviceRequest,MedicationRequest,NutritionOrder,Task,ServiceRequest,
        VisionPrescription,RequestGroup
        @CarePlan.activity.detail kind=care-plan-activity-kind
        reasonReference>Condition,Observation,DiagnosticReport,DocumentReference goal>Goal
        status!=care-plan-activity-status location>Location
        performer>Practitioner,PractitionerRole,Organization,RelatedPerson,Patient,CareTeam,HealthcareService,Device
        productReference>Medication,Substance
        @CareTeam status=care-team-status subject>Patient,Group encounter>Encounter reasonReference>Condition
        managingOrganization>Organization
        @CareTeam.participant member>Practitioner,PractitionerRole,RelatedPerson,Patient,Organization,CareTeam
        onBehalfOf>Organization
        @CatalogEntry orderable!
        referencedItem!>Medication,Device,Organization,Practitioner,PractitionerRole,HealthcareService,
        ActivityDefinition,PlanDefinition,SpecimenDefinition,ObservationDefinition,Binary status=publication-status
        @CatalogEntry.relatedEntry relationtype!=relation-type item!>CatalogEntry
        @ChargeItem status!=chargeitem-status partOf>ChargeItem code! subject!>Patient,Group
        context>Encounter,EpisodeOfCare performingOrganization>Organization requestingOrganization>Organization
        costCenter>Organization enterer>Practitioner,PractitionerRole,Organization,Patient,Device,RelatedPerson
        service>DiagnosticReport,ImagingStudy,Immunization,MedicationAdministration,MedicationDispense,Observation,
        Procedure,SupplyDelivery productReference>Device,Medication,Substance account>Account
        @ChargeItem.performer actor!>Practitioner,PractitionerRole,Organization,CareTeam,Patient,Device,RelatedPerson
        @ChargeItemDefinition url! status!=publication-status instance>Medication,Substance,Device
        @ChargeItemDefinition.propertyGroup.priceComponent type!=invoice-priceComponentType
        @Claim status!=fm-status type! use!=claim-use patient!>Patient created! enterer>Practitioner,PractitionerRole
        insurer>Organization provider!>Practitioner,PractitionerRole,Organization priority!
        prescription>DeviceRequest,MedicationRequest,VisionPrescription
        originalPrescription>DeviceRequest,MedicationRequest,VisionPrescription referral>ServiceRequest
        facility>Location insurance!
        @Claim.related claim>Claim
        @Claim.payee type! party>Practitioner,PractitionerRole,Organization,Patient,RelatedPerson
        @Claim.careTeam sequence! provider!>Practitioner,PractitionerRole,Organization
        @Claim.supportingInfo sequence! category!
        @Claim.diagnosis sequence! diagnosis[x]! diagnosisReference>Condition
        @Claim.procedure sequence! procedure[x]! procedureReference>Procedure udi>Device
        @Claim.insurance sequence! focal! coverage!>Coverage claimResponse>ClaimResponse
        @Claim.accident date! locationReference>Location
        @Claim.item sequence! productOrService! locationReference>Location udi>Device encounter>Encounter
        @Claim.item.detail sequence! productOrService! udi>Device
        @Claim.item.detail.subDetail sequence! productOrService! udi>Device
        @ClaimResponse status!=fm-status type! use!=claim-use patient!>Patient created! insurer!>Organization
        requestor>Practitioner,PractitionerRole,Organization request>Claim outcome!=remittance-outcome
        communicationRequest>CommunicationRequest
        @ClaimResponse.item itemSequence! adjudication!
        @ClaimResponse.item.adjudication category!
        @ClaimResponse.item.detail detailSequence! adjudication!
        @ClaimResponse.item.detail.subDetail subDetailSequence!
        @ClaimResponse.addItem provider>Practitioner,PractitionerRole,Organization productOrService!
        locationReference>Location adjudication!
        @ClaimResponse.addItem.detail productOrService! adjudication!
        @ClaimResponse.addItem.detail.subDetail productOrService! adjudication!
        @ClaimResponse.total category! amount!
        @ClaimResponse.payment type! amount!
        @ClaimResponse.processNote type=note-type text!
        @ClaimResponse.insurance sequence! focal! coverage!>Coverage claimResponse>ClaimResponse
        @ClaimResponse.error code!
        @ClinicalImpression status!=clinicalimpression-status subject!>Patient,Group encounter>Encounter
        assessor>Practitioner,PractitionerRole previous>ClinicalImpression problem>Condition,AllergyIntolerance
        prognosisReference>RiskAssessment
        @ClinicalImpression.investigation code!
        item>Observation,QuestionnaireResponse,FamilyMemberHistory,DiagnosticReport,RiskAssessment,ImagingStudy,Media
        @ClinicalImpression.finding itemReference>Condition,Observation,Media
        @CodeSystem status!=publication-status hierarchyMeaning=codesystem-hierarchy-meaning
        content!=codesystem-content-mode
        @CodeSystem.filter code! operator!=filter-operator value!
        @CodeSystem.property code! type!=concept-property-type
        @CodeSystem.concept code!
        @CodeSystem.concept.designation language=all-languages value!
        @CodeSystem.concept.property code! value[x]!
        @Communication inResponseTo>Communication status!=event-status priority=request-priority subject>Patient,Group
        encounter>Encounter
        recipient>Device,Organization,Patient,Practitioner,PractitionerRole,RelatedPerson,Group,CareTeam,
        HealthcareService
        sender>Device,Organization,Patient,Practitioner,PractitionerRole,RelatedPerson,HealthcareService
        reasonReference>Condition,Observation,DiagnosticReport,DocumentReference
        @Communication.payload content[x]!
        @CommunicationRequest replaces>CommunicationRequest status!=request-status priority=request-priority
        subject>Patient,Group encounter>Encounter
        requester>Practitioner,PractitionerRole,Organization,Patient,RelatedPerson,Device
        recipient>Device,Organization,Patient,Practitioner,PractitionerRole,RelatedPerson,Group,CareTeam,
        HealthcareService
        sender>Device,Organization,Patient,Practitioner,PractitionerRole,RelatedPerson,HealthcareService
        reasonReference>Condition,Observation,DiagnosticReport,DocumentReference
        @CommunicationRequest.payload content[x]!
        @CompartmentDefinition url! name! status!=publication-status code!=compartment-type search!
        @CompartmentDefinition.resource code!=resource-types
        @Composition status!=composition-status type! encounter>Encounter date!
        author!>Practitioner,PractitionerRole,Device,Patient,RelatedPerson,Organization title!
        confidentiality=v3-ConfidentialityClassification custodian>Organization
        @Composition.attester mode!=composition-attestation-mode
        party>Patient,RelatedPerson,Practitioner,PractitionerRole,Organization
        @Composition.relatesTo code!=document-relationship-type target[x]! targetReference>Composition
        @Composition.section author>Practitioner,PractitionerRole,Device,Patient,RelatedPerson,Organization
        mode=list-mode
        @ConceptMap status!=publication-status
        @ConceptMap.group element!
        @ConceptMap.group.element.target equivalence!=concept-map-equivalence
        @ConceptMap.group.element.target.dependsOn property! value!
        @ConceptMap.group.unmapped mode!=conceptmap-unmapped-mode
        @Condition clinicalStatus=condition-clinical verificationStatus=condition-ver-status subject!>Patient,Group
        encounter>Encounter recorder>Practitioner,PractitionerRole,Patient,RelatedPerson
        asserter>Practitioner,PractitionerRole,Patient,RelatedPerson
        @Condition.stage assessment>ClinicalImpression,DiagnosticReport,Observation
        @Consent status!=consent-state-codes scope! category! patient>Patient
        performer>Organization,Patient,Practitioner,RelatedPerson,PractitionerRole organization>Organization
        sourceReference>Consent,DocumentReference,Contract,QuestionnaireResponse
        @Consent.verification verified! verifiedWith>Patient,RelatedPerson
        @Consent.provision type=consent-provision-type
        @Consent.provision.actor role!
        reference!>Device,Group,CareTeam,Organization,Patient,Practitioner,RelatedPerson,PractitionerRole
        @Consent.provision.data meaning!=consent-data-meaning reference!
        @ContactPoint system=contact-point-system use=contact-point-use
        @Contract status=contract-status instantiatesCanonical>Contract authority>Organization domain>Location
        site>Location author>Patient,Practitioner,PractitionerRole,Organization relevantHistory>Provenance
        legallyBindingReference>Composition,DocumentReference,QuestionnaireResponse,Contract
        @Contract.contentDefinition type! publisher>Practitioner,PractitionerRole,Organization
        publicationStatus!=contract-publicationstatus
        @Contract.term offer!
        @Contract.term.securityLabel classification!
        @Contract.term.offer.party
        reference!>Patient,RelatedPerson,Practitioner,PractitionerRole,Device,Group,Organization role!
        @Contract.term.offer.answer value[x]!
        @Contract.term.asset.valuedItem responsible>Organization,Patient,Practitioner,PractitionerRole,RelatedPerson
        recipient>Organization,Patient,Practitioner,PractitionerRole,RelatedPerson
        @Contract.term.action type! intent! status! context>Encounter,EpisodeOfCare
        requester>Patient,RelatedPerson,Practitioner,PractitionerRole,Device,Group,Organization
        performer>RelatedPerson,Patient,Practitioner,PractitionerRole,CareTeam,Device,Substance,Organization,Location
        reasonReference>Condition,Observation,DiagnosticReport,DocumentReference,Questionnaire,QuestionnaireResponse
        @Contract.term.action.subject
        reference!>Patient,RelatedPerson,Practitioner,PractitionerRole,Device,Group,Organization
        @Contract.signer type! party!>Organization,Patient,Practitioner,PractitionerRole,RelatedPerson signature!
        @Contract.friendly content[x]! contentReference>Composition,DocumentReference,QuestionnaireResponse
        @Contract.legal content[x]! contentReference>Composition,DocumentReference,QuestionnaireResponse
        @Contract.rule content[x]! contentReference>DocumentReference
        @Contributor type!=contributor-type name!
        @Count comparator=quantity-comparator
        @Coverage status!=fm-status policyHolder>Patient,RelatedPerson,Organization subscriber>Patient,RelatedPerson
        beneficiary!>Patient payor!>Organization,Patient,RelatedPerson contract>Contract
        @Coverage.class type! value!
        @Coverage.costToBeneficiary value[x]!
        @Coverage.costToBeneficiary.exception type!
        @CoverageEligibilityRequest status!=fm-status purpose!=eligibilityrequest-purpose patient!>Patient created!
        enterer>Practitioner,PractitionerRole provider>Practitioner,PractitionerRole,Organization insurer!>Organization
        facility>Location
        @CoverageEligibilityRequest.supportingInfo sequence! information!
        @CoverageEligibilityRequest.insurance coverage!>Coverage
        @CoverageEligibilityRequest.item provider>Practitioner,PractitionerRole facility>Location,Organization
        @CoverageEligibilityRequest.item.diagnosis diagnosisReference>Condition
        @CoverageEligibilityResponse status!=fm-status purpose!=eligibilityresponse-purpose patient!>Patient created!
        requestor>Practitioner,PractitionerRole,Organization request!>CoverageEligibilityRequest
        outcome!=remittance-outcome insurer!>Organization
        @CoverageEligibilityResponse.insurance coverage!>Coverage
        @CoverageEligibilityResponse.insurance.item provider>Practitioner,PractitionerRole
        @CoverageEligibilityResponse.insurance.item.benefit type!
        @CoverageEligibilityResponse.error code!
        @DataRequirement type!=all-types subjectReference>Group
        @DataRequirement.sort path! direction!=sort-direction
        @DetectedIssue status!=observation-status severity=detectedissue-severity patient>Patient
        author>Practitioner,PractitionerRole,Device
        @DetectedIssue.mitigation action! author>Practitioner,PractitionerRole
        @Device definition>DeviceDefinition status=device-status patient>Patient owner>Organization location>Location
        parent>Device
        @Device.udiCarrier entryType=udi-entry-type
        @Device.deviceName name! type!=device-nametype
        @Device.specialization systemType!
        @Device.version value!
        @Device.property type!
        @DeviceDefinition manufacturerReference>Organization owner>Organization parentDevice>DeviceDefinition
        @DeviceDefinition.udiDeviceIdentifier deviceIdentifier! issuer! jurisdiction!
        @DeviceDefinition.deviceName name! type!=device-nametype
        @DeviceDefinition.specialization systemType!
        @DeviceDefinition.capability type!
        @DeviceDefinition.property type!
        @DeviceDefinition.material substance!
        @DeviceMetric type! source>Device parent>Device operationalStatus=metric-operational-status color=metric-color
        category!=metric-category
        @DeviceMetric.calibration type=metric-calibration-type state=metric-calibration-state
        @DeviceRequest status=request-status intent!=request-intent priority=request-priority code[x]!
        codeReference>Device subject!>Patient,Group,Location,Device encounter>Encounter
        requester>Device,Practitioner,PractitionerRole,Organization
        performer>Practitioner,PractitionerRole,Organization,CareTeam,HealthcareService,Patient,Device,RelatedPerson
        reasonReference>Condition,Observation,DiagnosticReport,DocumentReference insurance>Coverage,ClaimResponse
        relevantHistory>Provenance
        @DeviceUseStatement basedOn>ServiceRequest status!=device-statement-status subject!>Patient,Group
        derivedFrom>ServiceRequest,Procedure,Claim,Observation,QuestionnaireResponse,DocumentReference
        source>Patient,Practitioner,PractitionerRole,RelatedPerson device!>Device
        reasonReference>Condition,Observation,DiagnosticReport,DocumentReference,Media
        @DiagnosticReport basedOn>CarePlan,ImmunizationRecommendation,MedicationRequest,NutritionOrder,ServiceRequest
        status!=diagnostic-report-status code! subject>Patient,Group,Device,Location encounter>Encounter
        performer>Practitioner,PractitionerRole,Organization,CareTeam
        resultsInterpreter>Practitioner,PractitionerRole,Organization,CareTeam specimen>Specimen result>Observation
        imagingStudy>ImagingStudy
        @DiagnosticReport.media link!>Media
        @Distance comparator=quantity-comparator
        @DocumentManifest status!=document-reference-status subject>Patient,Practitioner,Group,Device
        author>Practitioner,PractitionerRole,Organization,Device,Patient,RelatedPerson
        recipient>Patient,Practitioner,PractitionerRole,RelatedPerson,Organization content!
        @DocumentReference status!=document-reference-status docStatus=composition-status
        subject>Patient,Practitioner,Group,Device
        author>Practitioner,PractitionerRole,Organization,Device,Patient,RelatedPerson
        authenticator>Practitioner,PractitionerRole,Organization custodian>Organization content!
        @DocumentReference.relatesTo code!=document-relationship-type target!>DocumentReference
        @DocumentReference.content attachment!
        @DocumentReference.context encounter>Encounter,EpisodeOfCare sourcePatientInfo>Patient
        @Duration comparator=quantity-comparator
        @EffectEvidenceSynthesis status!=publication-status population!>EvidenceVariable exposure!>EvidenceVariable
        exposureAlternative!>EvidenceVariable outcome!>EvidenceVariable
        @EffectEvidenceSynthesis.resultsByExposure exposureState=exposure-state
        riskEvidenceSynthesis!>RiskEvidenceSynthesis
        @EffectEvidenceSynthesis.effectEstimate unitOfMeasure=ucum-units
        @ElementDefinition path! representation=property-representation
        @ElementDefinition.slicing rules!=resource-slicing-rules
        @ElementDefinition.slicing.discriminator type!=discriminator-type path!
        @ElementDefinition.base path! min! max!
        @ElementDefinition.type code! aggregation=resource-aggregation-mode versioning=reference-version-rules
        @ElementDefinition.example label! value[x]!
        @ElementDefinition.constraint key! severity!=constraint-severity human!
        @ElementDefinition.binding strength!=binding-strength
        @ElementDefinition.mapping identity! language=mimetypes map!
        @Encounter status!=encounter-status class! subject>Patient,Group episodeOfCare>EpisodeOfCare
        basedOn>ServiceRequest appointment>Appointment
        reasonReference>Condition,Procedure,Observation,ImmunizationRecommendation account>Account
        serviceProvider>Organization partOf>Encounter
        @Encounter.statusHistory status!=encounter-status period!
        @Encounter.classHistory class! period!
        @Encounter.participant individual>Practitioner,PractitionerRole,RelatedPerson
        @Encounter.diagnosis condition!>Condition,Procedure
        @Encounter.hospitalization origin>Location,Organization destination>Location,Organization
        @Encounter.location location!>Location status=encounter-location-status
        @Endpoint status!=endpoint-status connectionType! managingOrganization>Organization payloadType!
        payloadMimeType=mimetypes address!
        @EnrollmentRequest status=fm-status insurer>Organization provider>Practitioner,PractitionerRole,Organization
        candidate>Patient coverage>Coverage
        @EnrollmentResponse status=fm-status request>EnrollmentRequest outcome=remittance-outcome
        organization>Organization requestProvider>Practitioner,PractitionerRole,Organization
        @EpisodeOfCare status!=episode-of-care-status patient!>Patient managingOrganization>Organization
        referralRequest>ServiceRequest careManager>Practitioner,PractitionerRole team>CareTeam account>Account
        @EpisodeOfCare.statusHistory status!=episode-of-care-status period!
        @EpisodeOfCare.diagnosis condition!>Condition
        @EventDefinition status!=publication-status subjectReference>Group trigger!
        @Evidence status!=publication-status exposureBackground!>EvidenceVariable exposureVariant>EvidenceVariable
        outcome>EvidenceVariable
        @EvidenceVariable status!=publication-status type=variable-type characteristic!
        @EvidenceVariable.characteristic definition[x]! definitionReference>Group groupMeasure=group-measure
        @ExampleScenario status!=publication-status
        @ExampleScenario.actor actorId! type!=examplescenario-actor-type
        @ExampleScenario.instance resourceId! resourceType!=resource-types
        @ExampleScenario.instance.version versionId! description!
        @ExampleScenario.instance.containedInstance resourceId!
        @ExampleScenario.process title!
        @ExampleScenario.process.step.operation number!
        @ExampleScenario.process.step.alternative title!
        @ExplanationOfBenefit status!=explanationofbenefit-status type! use!=claim-use patient!>Patient created!
        enterer>Practitioner,PractitionerRole insurer!>Organization provider!>Practitioner,PractitionerRole,Organization
        prescription>MedicationRequest,VisionPrescription originalPrescription>MedicationRequest referral>ServiceRequest
        facility>Location claim>Claim claimResponse>ClaimResponse outcome!=remittance-outcome insurance!
        @ExplanationOfBenefit.related claim>Claim
        @ExplanationOfBenefit.payee party>Practitioner,PractitionerRole,Organization,Patient,RelatedPerson
        @ExplanationOfBenefit.careTeam sequence! provider!>Practitioner,PractitionerRole,Organization
        @ExplanationOfBenefit.supportingInfo sequence! category!
        @ExplanationOfBenefit.diagnosis sequence! diagnosis[x]! diagnosisReference>Condition
        @ExplanationOfBenefit.procedure sequence! procedure[x]! procedureReference>Procedure udi>Device
        @ExplanationOfBenefit.insurance focal! coverage!>Coverage
        @ExplanationOfBenefit.accident locationReference>Location
        @ExplanationOfBenefit.item sequence! productOrService! locationReference>Location udi>Device encounter>Encounter
        @ExplanationOfBenefit.item.adjudication category!
        @ExplanationOfBenefit.item.detail sequence! productOrService! udi>Device
        @ExplanationOfBenefit.item.detail.subDetail sequence! productOrService! udi>Device
        @ExplanationOfBenefit.addItem provider>Practitioner,PractitionerRole,Organization productOrService!
        locationReference>Location
        @ExplanationOfBenefit.addItem.detail productOrService!
        @ExplanationOfBenefit.addItem.detail.subDetail productOrService!
        @ExplanationOfBenefit.total category! amount!
        @ExplanationOfBenefit.processNote type=note-type
        @ExplanationOfBenefit.benefitBalance category!
        @ExplanationOfBenefit.benefitBalance.financial type!
        @Expression language!=bcp13.txt
        @Extension url!
        @FamilyMemberHistory status!=history-status patient!>Patient relationship!
        reasonReference>Condition,Observation,AllergyIntolerance,QuestionnaireResponse,DiagnosticReport,
        DocumentReference
        @FamilyMemberHistory.condition code!
        @Flag status!=flag-status code!
        subject!>Patient,Location,Group,Organization,Practitioner,PlanDefinition,Medication,Procedure
        encounter>Encounter author>Device,Organization,Patient,Practitioner,PractitionerRole
        @Goal lifecycleStatus!=goal-status description! subject!>Patient,Group,Organization
        expressedBy>Patient,Practitioner,PractitionerRole,RelatedPerson
        addresses>Condition,Observation,MedicationStatement,NutritionOrder,ServiceRequest,RiskAssessment
        outcomeReference>Observation
        @GraphDefinition name! status!=publication-status start!=resource-types
        @GraphDefinition.link.target type!=resource-types
        @GraphDefinition.link.target.compartment use!=graph-compartment-use code!=compartment-type
        rule!=graph-compartment-rule
        @Group type!=group-type actual! managingEntity>Organization,RelatedPerson,Practitioner,PractitionerRole
        @Group.characteristic code! value[x]! exclude!
        @Group.member entity!>Patient,Practitioner,PractitionerRole,Device,Medication,Substance,Group
        @GuidanceResponse module[x]! status!=guidance-response-status subject>Patient,Group encounter>Encounter
        performer>Device reasonReference>Condition,Observation,DiagnosticReport,DocumentReference
        evaluationMessage>OperationOutcome outputParameters>Parameters result>CarePlan,RequestGroup
        @HealthcareService providedBy>Organization location>Location coverageArea>Location endpoint>Endpoint
        @HealthcareService.availableTime daysOfWeek=days-of-week
        @HealthcareService.notAvailable description!
        @HumanName use=name-use
        @Identifier use=identifier-use assigner>Organization
        @ImagingStudy status!=imagingstudy-status subject!>Patient,Device,Group encounter>Encounter
        basedOn>CarePlan,ServiceRequest,Appointment,AppointmentResponse,Task referrer>Practitioner,PractitionerRole
        interpreter>Practitioner,PractitionerRole endpoint>Endpoint procedureReference>Procedure location>Location
        reasonReference>Condition,Observation,Media,DiagnosticReport,DocumentReference
        @ImagingStudy.series uid! modality! endpoint>Endpoint specimen>Specimen
        @ImagingStudy.series.performer
        actor!>Practitioner,PractitionerRole,Organization,CareTeam,Patient,Device,RelatedPerson
        @ImagingStudy.series.instance uid! sopClass!
        @Immunization status!=immunization-status vaccineCode! patient!>Patient encounter>Encounter occurrence[x]!
        location>Location manufacturer>Organization reasonReference>Condition,Observation,DiagnosticReport
        @Immunization.performer actor!>Practitioner,PractitionerRole,Organization
        @Immunization.reaction detail>Observation
        @Immunization.protocolApplied authority>Organization doseNumber[x]!
        @ImmunizationEvaluation status!=immunization-evaluation-status patient!>Patient authority>Organization
        targetDisease! immunizationEvent!>Immunization doseStatus!
        """
}
