// Written by scripts/generate-fhir-tables; change that, not this.

extension DefinitionText {
    /// What elements must have, be coded with and refer to; `ElementRules` reads it.
    static let rulesTwo = """
        @ImmunizationRecommendation patient!>Patient date! authority>Organization recommendation!
        @ImmunizationRecommendation.recommendation forecastStatus!
        supportingImmunization>Immunization,ImmunizationEvaluation
        @ImmunizationRecommendation.recommendation.dateCriterion code! value!
        @ImplementationGuide url! name! status!=publication-status packageId! license=spdx-license
        fhirVersion!=FHIR-version
        @ImplementationGuide.dependsOn uri!
        @ImplementationGuide.global type!=resource-types profile!
        @ImplementationGuide.definition resource!
        @ImplementationGuide.definition.grouping name!
        @ImplementationGuide.definition.resource reference! fhirVersion=FHIR-version
        @ImplementationGuide.definition.page name[x]! nameReference>Binary title! generation!=guide-page-generation
        @ImplementationGuide.definition.parameter code!=guide-parameter-code value!
        @ImplementationGuide.definition.template code! source!
        @ImplementationGuide.manifest resource!
        @ImplementationGuide.manifest.resource reference!
        @ImplementationGuide.manifest.page name!
        @InsurancePlan status=publication-status ownedBy>Organization administeredBy>Organization coverageArea>Location
        endpoint>Endpoint network>Organization
        @InsurancePlan.coverage type! network>Organization benefit!
        @InsurancePlan.coverage.benefit type!
        @InsurancePlan.plan coverageArea>Location network>Organization
        @InsurancePlan.plan.specificCost category!
        @InsurancePlan.plan.specificCost.benefit type!
        @InsurancePlan.plan.specificCost.benefit.cost type! applicability=insuranceplan-applicability
        @Invoice status!=invoice-status subject>Patient,Group recipient>Organization,Patient,RelatedPerson
        issuer>Organization account>Account
        @Invoice.participant actor!>Practitioner,Organization,Patient,PractitionerRole,Device,RelatedPerson
        @Invoice.lineItem chargeItem[x]! chargeItemReference>ChargeItem
        @Invoice.lineItem.priceComponent type!=invoice-priceComponentType
        @Library status!=publication-status type! subjectReference>Group
        @Linkage author>Practitioner,PractitionerRole,Organization item!
        @Linkage.item type!=linkage-type resource!
        @List status!=list-status mode!=list-mode subject>Patient,Group,Device,Location encounter>Encounter
        source>Practitioner,PractitionerRole,Patient,Device
        @List.entry item!
        @Location status=location-status mode=location-mode managingOrganization>Organization partOf>Location
        endpoint>Endpoint
        @Location.position longitude! latitude!
        @Location.hoursOfOperation daysOfWeek=days-of-week
        @MarketingStatus country! status! dateRange!
        @Measure status!=publication-status subjectReference>Group improvementNotation=measure-improvement-notation
        @Measure.group.population criteria!
        @Measure.group.stratifier.component criteria!
        @Measure.supplementalData criteria!
        @MeasureReport status!=measure-report-status type!=measure-report-type measure!
        subject>Patient,Practitioner,PractitionerRole,Location,Device,RelatedPerson,Group
        reporter>Practitioner,PractitionerRole,Location,Organization period!
        improvementNotation=measure-improvement-notation
        @MeasureReport.group.population subjectResults>List
        @MeasureReport.group.stratifier.stratum.component code! value!
        @MeasureReport.group.stratifier.stratum.population subjectResults>List
        @Media basedOn>ServiceRequest,CarePlan status!=event-status
        subject>Patient,Practitioner,PractitionerRole,Group,Device,Specimen,Location encounter>Encounter
        operator>Practitioner,PractitionerRole,Organization,CareTeam,Patient,Device,RelatedPerson
        device>Device,DeviceMetric,Device content!
        @Medication status=medication-status manufacturer>Organization
        @Medication.ingredient item[x]! itemReference>Substance,Medication
        @MedicationAdministration partOf>MedicationAdministration,Procedure status!=medication-admin-status
        medication[x]! medicationReference>Medication subject!>Patient,Group context>Encounter,EpisodeOfCare
        effective[x]! reasonReference>Condition,Observation,DiagnosticReport request>MedicationRequest device>Device
        eventHistory>Provenance
        @MedicationAdministration.performer actor!>Practitioner,PractitionerRole,Patient,RelatedPerson,Device
        @MedicationDispense partOf>Procedure status!=medicationdispense-status statusReasonReference>DetectedIssue
        medication[x]! medicationReference>Medication subject>Patient,Group context>Encounter,EpisodeOfCare
        location>Location authorizingPrescription>MedicationRequest destination>Location receiver>Patient,Practitioner
        detectedIssue>DetectedIssue eventHistory>Provenance
        @MedicationDispense.performer actor!>Practitioner,PractitionerRole,Organization,Patient,Device,RelatedPerson
        @MedicationDispense.substitution wasSubstituted! responsibleParty>Practitioner,PractitionerRole
        @MedicationKnowledge status=medicationknowledge-status manufacturer>Organization associatedMedication>Medication
        contraindication>DetectedIssue
        @MedicationKnowledge.relatedMedicationKnowledge type! reference!>MedicationKnowledge
        @MedicationKnowledge.monograph source>DocumentReference,Media
        @MedicationKnowledge.ingredient item[x]! itemReference>Substance
        @MedicationKnowledge.cost type! cost!
        @MedicationKnowledge.administrationGuidelines indicationReference>ObservationDefinition
        @MedicationKnowledge.administrationGuidelines.dosage type! dosage!
        @MedicationKnowledge.administrationGuidelines.patientCharacteristics characteristic[x]!
        @MedicationKnowledge.medicineClassification type!
        @MedicationKnowledge.regulatory regulatoryAuthority!>Organization
        @MedicationKnowledge.regulatory.substitution type! allowed!
        @MedicationKnowledge.regulatory.schedule schedule!
        @MedicationKnowledge.regulatory.maxDispense quantity!
        @MedicationRequest status!=medicationrequest-status intent!=medicationrequest-intent priority=request-priority
        reportedReference>Patient,Practitioner,PractitionerRole,RelatedPerson,Organization medication[x]!
        medicationReference>Medication subject!>Patient,Group encounter>Encounter
        requester>Practitioner,PractitionerRole,Organization,Patient,RelatedPerson,Device
        performer>Practitioner,PractitionerRole,Organization,Patient,Device,RelatedPerson,CareTeam
        recorder>Practitioner,PractitionerRole reasonReference>Condition,Observation
        basedOn>CarePlan,MedicationRequest,ServiceRequest,ImmunizationRecommendation insurance>Coverage,ClaimResponse
        priorPrescription>MedicationRequest detectedIssue>DetectedIssue eventHistory>Provenance
        @MedicationRequest.dispenseRequest performer>Organization
        @MedicationRequest.substitution allowed[x]!
        @MedicationStatement basedOn>MedicationRequest,CarePlan,ServiceRequest
        partOf>MedicationAdministration,MedicationDispense,MedicationStatement,Procedure,Observation
        status!=medication-statement-status medication[x]! medicationReference>Medication subject!>Patient,Group
        context>Encounter,EpisodeOfCare
        informationSource>Patient,Practitioner,PractitionerRole,RelatedPerson,Organization
        reasonReference>Condition,Observation,DiagnosticReport
        @MedicinalProduct pharmaceuticalProduct>MedicinalProductPharmaceutical
        packagedMedicinalProduct>MedicinalProductPackaged attachedDocument>DocumentReference
        masterFile>DocumentReference contact>Organization,PractitionerRole clinicalTrial>ResearchStudy name!
        @MedicinalProduct.name productName!
        @MedicinalProduct.name.namePart part! type!
        @MedicinalProduct.name.countryLanguage country! language!
        @MedicinalProduct.manufacturingBusinessOperation manufacturer>Organization regulator>Organization
        @MedicinalProduct.specialDesignation indicationReference>MedicinalProductIndication
        @MedicinalProductAuthorization subject>MedicinalProduct,MedicinalProductPackaged holder>Organization
        regulator>Organization
        @MedicinalProductAuthorization.procedure type!
        @MedicinalProductContraindication subject>MedicinalProduct,Medication
        therapeuticIndication>MedicinalProductIndication
        @MedicinalProductContraindication.otherTherapy therapyRelationshipType! medication[x]!
        medicationReference>MedicinalProduct,Medication,Substance,SubstanceSpecification
        @MedicinalProductIndication subject>MedicinalProduct,Medication
        undesirableEffect>MedicinalProductUndesirableEffect
        @MedicinalProductIndication.otherTherapy therapyRelationshipType! medication[x]!
        medicationReference>MedicinalProduct,Medication,Substance,SubstanceSpecification
        @MedicinalProductIngredient role! manufacturer>Organization
        @MedicinalProductIngredient.specifiedSubstance code! group!
        @MedicinalProductIngredient.specifiedSubstance.strength presentation!
        @MedicinalProductIngredient.specifiedSubstance.strength.referenceStrength strength!
        @MedicinalProductIngredient.substance code!
        @MedicinalProductInteraction subject>MedicinalProduct,Medication,Substance
        @MedicinalProductInteraction.interactant item[x]!
        itemReference>MedicinalProduct,Medication,Substance,ObservationDefinition
        @MedicinalProductManufactured manufacturedDoseForm! quantity! manufacturer>Organization
        ingredient>MedicinalProductIngredient
        @MedicinalProductPackaged subject>MedicinalProduct marketingAuthorization>MedicinalProductAuthorization
        manufacturer>Organization packageItem!
        @MedicinalProductPackaged.batchIdentifier outerPackaging!
        @MedicinalProductPackaged.packageItem type! quantity! device>DeviceDefinition
        manufacturedItem>MedicinalProductManufactured manufacturer>Organization
        @MedicinalProductPharmaceutical administrableDoseForm! ingredient>MedicinalProductIngredient
        device>DeviceDefinition routeOfAdministration!
        @MedicinalProductPharmaceutical.characteristics code!
        @MedicinalProductPharmaceutical.routeOfAdministration code!
        @MedicinalProductPharmaceutical.routeOfAdministration.targetSpecies code!
        @MedicinalProductPharmaceutical.routeOfAdministration.targetSpecies.withdrawalPeriod tissue! value!
        @MedicinalProductUndesirableEffect subject>MedicinalProduct,Medication
        @MessageDefinition status!=publication-status date! event[x]! category=message-significance-category
        responseRequired=messageheader-response-request
        @MessageDefinition.focus code!=resource-types min!
        @MessageDefinition.allowedResponse message!
        @MessageHeader event[x]! sender>Practitioner,PractitionerRole,Organization enterer>Practitioner,PractitionerRole
        author>Practitioner,PractitionerRole source! responsible>Practitioner,PractitionerRole,Organization
        @MessageHeader.destination target>Device endpoint! receiver>Practitioner,PractitionerRole,Organization
        @MessageHeader.source endpoint!
        @MessageHeader.response identifier! code!=response-code details>OperationOutcome
        @MolecularSequence type=sequence-type coordinateSystem! patient>Patient specimen>Specimen device>Device
        performer>Organization pointer>MolecularSequence
        @MolecularSequence.referenceSeq orientation=orientation-type referenceSeqPointer>MolecularSequence
        strand=strand-type
        @MolecularSequence.variant variantPointer>Observation
        @MolecularSequence.quality type!=quality-type
        @MolecularSequence.repository type!=repository-type
        @MolecularSequence.structureVariant variantType=LL379-9
        @Money currency=currencies
        @NamingSystem name! status!=publication-status kind!=namingsystem-type date! uniqueId!
        @NamingSystem.uniqueId type!=namingsystem-identifier-type value!
        @Narrative status!=narrative-status div!
        @NutritionOrder status!=request-status intent!=request-intent patient!>Patient encounter>Encounter dateTime!
        orderer>Practitioner,PractitionerRole allergyIntolerance>AllergyIntolerance
        @Observation
        basedOn>CarePlan,DeviceRequest,ImmunizationRecommendation,MedicationRequest,NutritionOrder,ServiceRequest
        partOf>MedicationAdministration,MedicationDispense,MedicationStatement,Procedure,Immunization,ImagingStudy
        status!=observation-status code! subject>Patient,Group,Device,Location encounter>Encounter
        performer>Practitioner,PractitionerRole,Organization,CareTeam,Patient,RelatedPerson specimen>Specimen
        device>Device,DeviceMetric hasMember>Observation,QuestionnaireResponse,MolecularSequence
        derivedFrom>DocumentReference,ImagingStudy,Media,QuestionnaireResponse,Observation,MolecularSequence
        @Observation.component code!
        @ObservationDefinition code! permittedDataType=permitted-data-type validCodedValueSet>ValueSet
        normalCodedValueSet>ValueSet abnormalCodedValueSet>ValueSet criticalCodedValueSet>ValueSet
        @ObservationDefinition.qualifiedInterval category=observation-range-category gender=administrative-gender
        @OperationDefinition name! status!=publication-status kind!=operation-kind code! resource=resource-types system!
        type! instance!
        @OperationDefinition.parameter name! use!=operation-parameter-use min! max! type=all-types
        searchType=search-param-type
        @OperationDefinition.parameter.binding strength!=binding-strength valueSet!
        @OperationDefinition.parameter.referencedFrom source!
        @OperationOutcome issue!
        @OperationOutcome.issue severity!=issue-severity code!=issue-type
        @Organization partOf>Organization endpoint>Endpoint
        @OrganizationAffiliation organization>Organization participatingOrganization>Organization network>Organization
        location>Location healthcareService>HealthcareService endpoint>Endpoint
        @ParameterDefinition use!=operation-parameter-use type!=all-types
        @Parameters.parameter name!
        @Patient gender=administrative-gender generalPractitioner>Organization,Practitioner,PractitionerRole
        managingOrganization>Organization
        @Patient.contact gender=administrative-gender organization>Organization
        @Patient.communication language!
        @Patient.link other!>Patient,RelatedPerson type!=link-type
        @PaymentNotice status!=fm-status created! provider>Practitioner,PractitionerRole,Organization
        payment!>PaymentReconciliation payee>Practitioner,PractitionerRole,Organization recipient!>Organization amount!
        @PaymentReconciliation status!=fm-status created! paymentIssuer>Organization request>Task
        requestor>Practitioner,PractitionerRole,Organization outcome=remittance-outcome paymentDate! paymentAmount!
        @PaymentReconciliation.detail type! submitter>Practitioner,PractitionerRole,Organization
        responsible>PractitionerRole payee>Practitioner,PractitionerRole,Organization
        @PaymentReconciliation.processNote type=note-type
        @Person gender=administrative-gender managingOrganization>Organization
        @Person.link target!>Patient,Practitioner,RelatedPerson,Person assurance=identity-assuranceLevel
        @PlanDefinition status!=publication-status subjectReference>Group
        @PlanDefinition.goal description!
        @PlanDefinition.action priority=request-priority subjectReference>Group
        groupingBehavior=action-grouping-behavior selectionBehavior=action-selection-behavior
        requiredBehavior=action-required-behavior precheckBehavior=action-precheck-behavior
        cardinalityBehavior=action-cardinality-behavior
        @PlanDefinition.action.condition kind!=action-condition-kind
        @PlanDefinition.action.relatedAction actionId! relationship!=action-relationship-type
        @PlanDefinition.action.participant type!=action-participant-type
        @Practitioner gender=administrative-gender
        @Practitioner.qualification code! issuer>Organization
        @PractitionerRole practitioner>Practitioner organization>Organization location>Location
        healthcareService>HealthcareService endpoint>Endpoint
        @PractitionerRole.availableTime daysOfWeek=days-of-week
        @PractitionerRole.notAvailable description!
        @Procedure basedOn>CarePlan,ServiceRequest partOf>Procedure,Observation,MedicationAdministration
        status!=event-status subject!>Patient,Group encounter>Encounter
        recorder>Patient,RelatedPerson,Practitioner,PractitionerRole
        asserter>Patient,RelatedPerson,Practitioner,PractitionerRole location>Location
        reasonReference>Condition,Observation,Procedure,DiagnosticReport,DocumentReference
        report>DiagnosticReport,DocumentReference,Composition complicationDetail>Condition
        usedReference>Device,Medication,Substance
        @Procedure.performer actor!>Practitioner,PractitionerRole,Organization,Patient,RelatedPerson,Device
        onBehalfOf>Organization
        @Procedure.focalDevice manipulated!>Device
        @ProductShelfLife type! period!
        @Provenance target! recorded! location>Location agent!
        @Provenance.agent who!>Practitioner,PractitionerRole,RelatedPerson,Patient,Device,Organization
        onBehalfOf>Practitioner,PractitionerRole,RelatedPerson,Patient,Device,Organization
        @Provenance.entity role!=provenance-entity-role what!
        @Quantity comparator=quantity-comparator
        @Questionnaire status!=publication-status subjectType=resource-types
        @Questionnaire.item linkId! type!=item-type enableBehavior=questionnaire-enable-behavior
        @Questionnaire.item.enableWhen question! operator!=questionnaire-enable-operator answer[x]!
        @Questionnaire.item.answerOption value[x]!
        @Questionnaire.item.initial value[x]!
        @QuestionnaireResponse basedOn>CarePlan,ServiceRequest partOf>Observation,Procedure
        status!=questionnaire-answers-status encounter>Encounter
        author>Device,Practitioner,PractitionerRole,Patient,RelatedPerson,Organization
        source>Patient,Practitioner,PractitionerRole,RelatedPerson
        @QuestionnaireResponse.item linkId!
        @RelatedArtifact type!=related-artifact-type
        @RelatedPerson patient!>Patient gender=administrative-gender
        @RelatedPerson.communication language!
        @RequestGroup status!=request-status intent!=request-intent priority=request-priority subject>Patient,Group
        encounter>Encounter author>Device,Practitioner,PractitionerRole
        reasonReference>Condition,Observation,DiagnosticReport,DocumentReference
        @RequestGroup.action priority=request-priority
        participant>Patient,Practitioner,PractitionerRole,RelatedPerson,Device groupingBehavior=action-grouping-behavior
        selectionBehavior=action-selection-behavior requiredBehavior=action-required-behavior
        precheckBehavior=action-precheck-behavior cardinalityBehavior=action-cardinality-behavior
        @RequestGroup.action.condition kind!=action-condition-kind
        @RequestGroup.action.relatedAction actionId! relationship!=action-relationship-type
        @ResearchDefinition status!=publication-status subjectReference>Group population!>ResearchElementDefinition
        exposure>ResearchElementDefinition exposureAlternative>ResearchElementDefinition
        outcome>ResearchElementDefinition
        @ResearchElementDefinition status!=publication-status subjectReference>Group type!=research-element-type
        variableType=variable-type characteristic!
        @ResearchElementDefinition.characteristic definition[x]! unitOfMeasure=ucum-units
        studyEffectiveGroupMeasure=group-measure participantEffectiveGroupMeasure=group-measure
        @ResearchStudy protocol>PlanDefinition partOf>ResearchStudy status!=research-study-status enrollment>Group
        sponsor>Organization principalInvestigator>Practitioner,PractitionerRole site>Location
        @ResearchStudy.arm name!
        @ResearchSubject status!=research-subject-status study!>ResearchStudy individual!>Patient consent>Consent
        @Resource language=all-languages
        @RiskAssessment status!=observation-status subject!>Patient,Group encounter>Encounter condition>Condition
        performer>Practitioner,PractitionerRole,Device
        reasonReference>Condition,Observation,DiagnosticReport,DocumentReference
        @RiskEvidenceSynthesis status!=publication-status population!>EvidenceVariable exposure>EvidenceVariable
        outcome!>EvidenceVariable
        @RiskEvidenceSynthesis.riskEstimate unitOfMeasure=ucum-units
        @SampledData origin! period! dimensions!
        @Schedule actor!>Patient,Practitioner,PractitionerRole,RelatedPerson,Device,HealthcareService,Location
        @SearchParameter url! name! status!=publication-status description! code! base!=resource-types
        type!=search-param-type xpathUsage=search-xpath-usage target=resource-types comparator=search-comparator
        modifier=search-modifier-code
        @SearchParameter.component definition! expression!
        @ServiceRequest basedOn>CarePlan,ServiceRequest,MedicationRequest replaces>ServiceRequest status!=request-status
        intent!=request-intent priority=request-priority subject!>Patient,Group,Location,Device encounter>Encounter
        requester>Practitioner,PractitionerRole,Organization,Patient,RelatedPerson,Device
        performer>Practitioner,PractitionerRole,Organization,CareTeam,HealthcareService,Patient,Device,RelatedPerson
        locationReference>Location reasonReference>Condition,Observation,DiagnosticReport,DocumentReference
        insurance>Coverage,ClaimResponse specimen>Specimen relevantHistory>Provenance
        @Signature type! when! who!>Practitioner,PractitionerRole,RelatedPerson,Patient,Device,Organization
        onBehalfOf>Practitioner,PractitionerRole,RelatedPerson,Patient,Device,Organization targetFormat=mimetypes
        sigFormat=mimetypes
        @Slot schedule!>Schedule status!=slotstatus start! end!
        @Specimen status=specimen-status subject>Patient,Group,Device,Substance,Location parent>Specimen
        request>ServiceRequest
        @Specimen.collection collector>Practitioner,PractitionerRole
        @Specimen.processing additive>Substance
        @Specimen.container additiveReference>Substance
        @SpecimenDefinition.typeTested preference!=specimen-contained-preference
        @SpecimenDefinition.typeTested.container.additive additive[x]! additiveReference>Substance
        @StructureDefinition url! name! status!=publication-status fhirVersion=FHIR-version
        kind!=structure-definition-kind abstract! type! derivation=type-derivation-rule
        @StructureDefinition.mapping identity!
        @StructureDefinition.context type!=extension-context-type expression!
        @StructureDefinition.snapshot element!
        @StructureDefinition.differential element!
        @StructureMap url! name! status!=publication-status group!
        @StructureMap.structure url! mode!=map-model-mode
        @StructureMap.group name! typeMode!=map-group-type-mode input! rule!
        @StructureMap.group.input name! mode!=map-input-mode
        @StructureMap.group.rule name! source!
        @StructureMap.group.rule.source context! listMode=map-source-list-mode
        @StructureMap.group.rule.target contextType=map-context-type listMode=map-target-list-mode
        transform=map-transform
        @StructureMap.group.rule.target.parameter value[x]!
        @StructureMap.group.rule.dependent name! variable!
        @Subscription status!=subscription-status reason! criteria! channel!
        @Subscription.channel type!=subscription-channel-type payload=mimetypes
        @Substance status=substance-status code!
        @Substance.ingredient substance[x]! substanceReference>Substance
        @SubstanceReferenceInformation.gene source>DocumentReference
        @SubstanceReferenceInformation.geneElement source>DocumentReference
        @SubstanceReferenceInformation.classification source>DocumentReference
        @SubstanceReferenceInformation.target source>DocumentReference
        @SubstanceSpecification source>DocumentReference referenceInformation>SubstanceReferenceInformation
        nucleicAcid>SubstanceNucleicAcid polymer>SubstancePolymer protein>SubstanceProtein
        sourceMaterial>SubstanceSourceMaterial
        @SubstanceSpecification.property definingSubstanceReference>SubstanceSpecification,Substance
        @SubstanceSpecification.structure source>DocumentReference
        @SubstanceSpecification.code source>DocumentReference
        @SubstanceSpecification.name name! source>DocumentReference
        @SubstanceSpecification.relationship substanceReference>SubstanceSpecification source>DocumentReference
        @SupplyDelivery basedOn>SupplyRequest partOf>SupplyDelivery,Contract status=supplydelivery-status
        patient>Patient type=supplydelivery-type supplier>Practitioner,PractitionerRole,Organization
        destination>Location receiver>Practitioner,PractitionerRole
        @SupplyDelivery.suppliedItem itemReference>Medication,Substance,Device
        @SupplyRequest status=supplyrequest-status priority=request-priority item[x]!
        itemReference>Medication,Substance,Device quantity!
        requester>Practitioner,PractitionerRole,Organization,Patient,RelatedPerson,Device
        supplier>Organization,HealthcareService reasonReference>Condition,Observation,DiagnosticReport,DocumentReference
        deliverFrom>Organization,Location deliverTo>Organization,Location,Patient
        @Task partOf>Task status!=task-status intent!=task-intent priority=request-priority encounter>Encounter
        requester>Device,Organization,Patient,Practitioner,PractitionerRole,RelatedPerson
        owner>Practitioner,PractitionerRole,Organization,CareTeam,HealthcareService,Patient,Device,RelatedPerson
        location>Location insurance>Coverage,ClaimResponse relevantHistory>Provenance
        @Task.restriction recipient>Patient,Practitioner,PractitionerRole,RelatedPerson,Group,Organization
        @Task.input type! value[x]!
        @Task.output type! value[x]!
        @TerminologyCapabilities status!=publication-status date! kind!=capability-statement-kind
        codeSearch=code-search-support
        @TerminologyCapabilities.software name!
        @TerminologyCapabilities.implementation description!
        @TerminologyCapabilities.codeSystem.version.filter code! op!
        @TerminologyCapabilities.expansion.parameter name!
        @TerminologyCapabilities.validateCode translations!
        @TerminologyCapabilities.translation needsMap!
        @TestReport status!=report-status-codes testScript!>TestScript result!=report-result-codes
        @TestReport.participant type!=report-participant-type uri!
        @TestReport.setup action!
        @TestReport.setup.action.operation result!=report-action-result-codes
        @TestReport.setup.action.assert result!=report-action-result-codes
        @TestReport.test action!
        @TestReport.teardown action!
        @TestReport.teardown.action operation!
        @TestScript url! name! status!=publication-status
        @TestScript.origin index! profile!
        @TestScript.destination index! profile!
        @TestScript.metadata capability!
        @TestScript.metadata.link url!
        @TestScript.metadata.capability required! validated! capabilities!
        @TestScript.fixture autocreate! autodelete!
        @TestScript.variable name!
        @TestScript.setup action!
        @TestScript.setup.action.operation resource=defined-types accept=mimetypes contentType=mimetypes
        encodeRequestUrl! method=http-operations
        @TestScript.setup.action.operation.requestHeader field! value!
        @TestScript.setup.action.assert direction=assert-direction-codes contentType=mimetypes
        operator=assert-operator-codes requestMethod=http-operations resource=defined-types
        response=assert-response-code-types warningOnly!
        @TestScript.test action!
        @TestScript.teardown action!
        @TestScript.teardown.action operation!
        @Timing.repeat durationUnit=units-of-time periodUnit=units-of-time dayOfWeek=days-of-week when=event-timing
        @TriggerDefinition type!=trigger-type timingReference>Schedule
        @UsageContext code! value[x]!
        valueReference>PlanDefinition,ResearchStudy,InsurancePlan,HealthcareService,Group,Location,Organization
        @ValueSet status!=publication-status
        @ValueSet.compose include!
        @ValueSet.compose.include.concept code!
        @ValueSet.compose.include.concept.designation language=all-languages value!
        @ValueSet.compose.include.filter property! op!=filter-operator value!
        @ValueSet.expansion timestamp!
        @ValueSet.expansion.parameter name!
        @VerificationResult status!=verificationresult-status
        @VerificationResult.primarySource who>Organization,Practitioner,PractitionerRole
        @VerificationResult.attestation who>Practitioner,PractitionerRole,Organization
        onBehalfOf>Organization,Practitioner,PractitionerRole
        @VerificationResult.validator organization!>Organization
        @VisionPrescription status!=fm-status created! patient!>Patient encounter>Encounter dateWritten!
        prescriber!>Practitioner,PractitionerRole lensSpecification!
        @VisionPrescription.lensSpecification product! eye!=vision-eye-codes
        @VisionPrescription.lensSpecification.prism amount! base!=vision-base-codes
        """
}
