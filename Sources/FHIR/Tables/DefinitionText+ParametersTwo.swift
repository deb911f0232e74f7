// Written by scripts/generate-fhir-tables; change that, not this.

extension DefinitionText {
    /// Search parameters; `SearchParameters` reads it.
    static let parametersTwo = """
        chromosome-window-coordinate~composite~referenceSeq~token:chromosome;number:windowStart;number:windowEnd
        chromosome~token~referenceSeq.chromosome identifier~token~identifier patient~reference~patient~=1
        referenceseqid-variant-coordinate~composite~variant~token:%resource.referenceSeq.referenceSeqId;number:start;number:end
        referenceseqid-window-coordinate~composite~referenceSeq~token:referenceSeqId;number:windowStart;number:windowEnd
        referenceseqid~token~referenceSeq.referenceSeqId type~token~type variant-end~number~variant.end
        variant-start~number~variant.start window-end~number~referenceSeq.windowEnd
        window-start~number~referenceSeq.windowStart
        @NamingSystem contact~string~contact.name id-type~token~uniqueId.type kind~token~kind
        period~date~uniqueId.period responsible~string~responsible telecom~token~contact.telecom type~token~type
        value~string~uniqueId.value context-quantity~quantity~useContext.value.as(Quantity)|useContext.value.as(Range)
        context-type-quantity~composite~useContext~token:code;quantity:value.as(Quantity)|value.as(Range)
        context-type-value~composite~useContext~token:code;token:value.as(CodeableConcept)
        context-type~token~useContext.code context~token~useContext.value.as(CodeableConcept) date~date~date
        description~string~description jurisdiction~token~jurisdiction name~string~name publisher~string~publisher
        status~token~status
        @NutritionOrder additive~token~enteralFormula.additiveType datetime~date~dateTime
        formula~token~enteralFormula.baseFormulaType instantiates-canonical~reference~instantiatesCanonical~=57
        instantiates-uri~uri~instantiatesUri oraldiet~token~oralDiet.type provider~reference~orderer~=37
        status~token~status supplement~token~supplement.type encounter~reference~encounter~=47
        identifier~token~identifier patient~reference~patient~=9
        @Observation based-on~reference~basedOn~=103 category~token~category
        code-value-concept~composite~$this~token:code;token:value.as(CodeableConcept)
        code-value-date~composite~$this~token:code;date:value.as(DateTime)|value.as(Period)
        code-value-quantity~composite~$this~token:code;quantity:value.as(Quantity)
        code-value-string~composite~$this~token:code;string:value.as(string)
        combo-code-value-concept~composite~$this|component~token:code;token:value.as(CodeableConcept)
        combo-code-value-quantity~composite~$this|component~token:code;quantity:value.as(Quantity)
        combo-code~token~code|component.code combo-data-absent-reason~token~dataAbsentReason|component.dataAbsentReason
        combo-value-concept~token~value.as(CodeableConcept)|component.value.as(CodeableConcept)
        combo-value-quantity~quantity~value.as(Quantity)|value.as(SampledData)|component.value.as(Quantity)|component.value.as(SampledData)
        component-code-value-concept~composite~component~token:code;token:value.as(CodeableConcept)
        component-code-value-quantity~composite~component~token:code;quantity:value.as(Quantity)
        component-code~token~component.code component-data-absent-reason~token~component.dataAbsentReason
        component-value-concept~token~component.value.as(CodeableConcept)
        component-value-quantity~quantity~component.value.as(Quantity)|component.value.as(SampledData)
        data-absent-reason~token~dataAbsentReason derived-from~reference~derivedFrom~=104 device~reference~device~=89
        focus~reference~focus~* has-member~reference~hasMember~=105 method~token~method part-of~reference~partOf~=106
        performer~reference~performer~=30 specimen~reference~specimen~=65 status~token~status
        subject~reference~subject~=60 value-concept~token~value.as(CodeableConcept)
        value-date~date~value.as(dateTime)|value.as(Period)
        value-quantity~quantity~value.as(Quantity)|value.as(SampledData)
        value-string~string~value.as(string)|value.as(CodeableConcept).text code~token~code date~date~effective
        encounter~reference~encounter~=47 identifier~token~identifier
        patient~reference~subject.where(resolve().is(Patient))~=9
        amino-acid-change~string~extension('http://hl7.org/fhir/StructureDefinition/observation-geneticsAminoAcidChangeName')
        dna-variant~string~extension('http://hl7.org/fhir/StructureDefinition/observation-geneticsDnaVariant')
        gene-amino-acid-change~string~extension('http://hl7.org/fhir/StructureDefinition/observation-geneticsAminoAcidChangeName')
        gene-dnavariant~string~extension('http://hl7.org/fhir/StructureDefinition/observation-geneticsDnaVariant')
        gene-identifier~token~extension('http://hl7.org/fhir/StructureDefinition/observation-geneticsGene')
        @OperationDefinition base~reference~base~=107 code~token~code input-profile~reference~inputProfile~=21
        instance~token~instance kind~token~kind output-profile~reference~outputProfile~=21 system~token~system
        type~token~type context-quantity~quantity~useContext.value.as(Quantity)|useContext.value.as(Range)
        context-type-quantity~composite~useContext~token:code;quantity:value.as(Quantity)|value.as(Range)
        context-type-value~composite~useContext~token:code;token:value.as(CodeableConcept)
        context-type~token~useContext.code context~token~useContext.value.as(CodeableConcept) date~date~date
        description~string~description jurisdiction~token~jurisdiction name~string~name publisher~string~publisher
        status~token~status title~string~title url~uri~url version~token~version
        @Organization active~token~active address-city~string~address.city address-country~string~address.country
        address-postalcode~string~address.postalCode address-state~string~address.state address-use~token~address.use
        address~string~address endpoint~reference~endpoint~=78 identifier~token~identifier name~string~name|alias
        partof~reference~partOf~=0 phonetic~string~name type~token~type
        @OrganizationAffiliation active~token~active date~date~period email~token~telecom.where(system='email')
        endpoint~reference~endpoint~=78 identifier~token~identifier location~reference~location~=3
        network~reference~network~=0 participating-organization~reference~participatingOrganization~=0
        phone~token~telecom.where(system='phone') primary-organization~reference~organization~=0 role~token~code
        service~reference~healthcareService~=108 specialty~token~specialty telecom~token~telecom
        @Patient active~token~active death-date~date~deceased.as(dateTime)
        deceased~token~deceased.exists()and(deceased!=false) general-practitioner~reference~generalPractitioner~=35
        identifier~token~identifier language~token~communication.language link~reference~link.other~=53 name~string~name
        organization~reference~managingOrganization~=0 address-city~string~address.city
        address-country~string~address.country address-postalcode~string~address.postalCode
        address-state~string~address.state address-use~token~address.use address~string~address birthdate~date~birthDate
        email~token~telecom.where(system='email') family~string~name.family gender~token~gender given~string~name.given
        phone~token~telecom.where(system='phone') phonetic~string~name telecom~token~telecom age~number~
        birthOrderBoolean~token~
        mothersMaidenName~string~extension('http://hl7.org/fhir/StructureDefinition/patient-extensions-Patient-mothersMaidenName')
        @PaymentNotice created~date~created identifier~token~identifier payment-status~token~paymentStatus
        provider~reference~provider~=35 request~reference~request~* response~reference~response~* status~token~status
        @PaymentReconciliation created~date~created disposition~string~disposition identifier~token~identifier
        outcome~token~outcome payment-issuer~reference~paymentIssuer~=0 request~reference~request~=109
        requestor~reference~requestor~=35 status~token~status
        @Person identifier~token~identifier link~reference~link.target~=110 name~string~name
        organization~reference~managingOrganization~=0 patient~reference~link.target.where(resolve().is(Patient))~=1
        practitioner~reference~link.target.where(resolve().is(Practitioner))~=12
        relatedperson~reference~link.target.where(resolve().is(RelatedPerson))~=111 address-city~string~address.city
        address-country~string~address.country address-postalcode~string~address.postalCode
        address-state~string~address.state address-use~token~address.use address~string~address birthdate~date~birthDate
        email~token~telecom.where(system='email') gender~token~gender phone~token~telecom.where(system='phone')
        phonetic~string~name telecom~token~telecom
        @PlanDefinition composed-of~reference~relatedArtifact.where(type='composed-of').resource~*
        context-quantity~quantity~useContext.value.as(Quantity)|useContext.value.as(Range)
        context-type-quantity~composite~useContext~token:code;quantity:value.as(Quantity)|value.as(Range)
        context-type-value~composite~useContext~token:code;token:value.as(CodeableConcept)
        context-type~token~useContext.code context~token~useContext.value.as(CodeableConcept) date~date~date
        definition~reference~action.definition~=112
        depends-on~reference~relatedArtifact.where(type='depends-on').resource|library~*
        derived-from~reference~relatedArtifact.where(type='derived-from').resource~* description~string~description
        effective~date~effectivePeriod identifier~token~identifier jurisdiction~token~jurisdiction name~string~name
        predecessor~reference~relatedArtifact.where(type='predecessor').resource~* publisher~string~publisher
        status~token~status successor~reference~relatedArtifact.where(type='successor').resource~* title~string~title
        topic~token~topic type~token~type url~uri~url version~token~version
        @Practitioner active~token~active communication~token~communication identifier~token~identifier name~string~name
        address-city~string~address.city address-country~string~address.country
        address-postalcode~string~address.postalCode address-state~string~address.state address-use~token~address.use
        address~string~address email~token~telecom.where(system='email') family~string~name.family gender~token~gender
        given~string~name.given phone~token~telecom.where(system='phone') phonetic~string~name telecom~token~telecom
        @PractitionerRole active~token~active date~date~period endpoint~reference~endpoint~=78
        identifier~token~identifier location~reference~location~=3 organization~reference~organization~=0
        practitioner~reference~practitioner~=12 role~token~code service~reference~healthcareService~=108
        specialty~token~specialty email~token~telecom.where(system='email') phone~token~telecom.where(system='phone')
        telecom~token~telecom
        @Procedure based-on~reference~basedOn~=88 category~token~category
        instantiates-canonical~reference~instantiatesCanonical~=27 instantiates-uri~uri~instantiatesUri
        location~reference~location~=3 part-of~reference~partOf~=113 performer~reference~performer.actor~=16
        reason-code~token~reasonCode reason-reference~reference~reasonReference~=114 status~token~status
        subject~reference~subject~=29 code~token~code date~date~performed encounter~reference~encounter~=47
        identifier~token~identifier patient~reference~subject.where(resolve().is(Patient))~=9
        @Provenance agent-role~token~agent.role agent-type~token~agent.type agent~reference~agent.who~=16
        entity~reference~entity.what~* location~reference~location~=3
        patient~reference~target.where(resolve().is(Patient))~=1 recorded~date~recorded
        signature-type~token~signature.type target~reference~target~* when~date~occurred.as(dateTime)
        @Questionnaire code~token~item.code
        context-quantity~quantity~useContext.value.as(Quantity)|useContext.value.as(Range)
        context-type-quantity~composite~useContext~token:code;quantity:value.as(Quantity)|value.as(Range)
        context-type-value~composite~useContext~token:code;token:value.as(CodeableConcept)
        context-type~token~useContext.code context~token~useContext.value.as(CodeableConcept) date~date~date
        definition~uri~item.definition description~string~description effective~date~effectivePeriod
        identifier~token~identifier jurisdiction~token~jurisdiction name~string~name publisher~string~publisher
        status~token~status subject-type~token~subjectType title~string~title url~uri~url version~token~version
        @QuestionnaireResponse author~reference~author~=16 authored~date~authored based-on~reference~basedOn~=88
        encounter~reference~encounter~=25 identifier~token~identifier part-of~reference~partOf~=115
        patient~reference~subject.where(resolve().is(Patient))~=1 questionnaire~reference~questionnaire~=116
        source~reference~source~=4 status~token~status subject~reference~subject~*
        item-subject~reference~item.where(hasExtension('http://hl7.org/fhir/StructureDefinition/questionnaireresponse-isSubject')).answer.value.ofType(Reference)~*
        @RelatedPerson active~token~active identifier~token~identifier name~string~name patient~reference~patient~=1
        relationship~token~relationship address-city~string~address.city address-country~string~address.country
        address-postalcode~string~address.postalCode address-state~string~address.state address-use~token~address.use
        address~string~address birthdate~date~birthDate email~token~telecom.where(system='email') gender~token~gender
        phone~token~telecom.where(system='phone') phonetic~string~name telecom~token~telecom
        @RequestGroup author~reference~author~=55 authored~date~authoredOn code~token~code
        encounter~reference~encounter~=25 group-identifier~token~groupIdentifier identifier~token~identifier
        instantiates-canonical~reference~instantiatesCanonical~* instantiates-uri~uri~instantiatesUri
        intent~token~intent participant~reference~action.participant~=92
        patient~reference~subject.where(resolve().is(Patient))~=1 priority~token~priority status~token~status
        subject~reference~subject~=29
        @ResearchDefinition composed-of~reference~relatedArtifact.where(type='composed-of').resource~*
        context-quantity~quantity~useContext.value.as(Quantity)|useContext.value.as(Range)
        context-type-quantity~composite~useContext~token:code;quantity:value.as(Quantity)|value.as(Range)
        context-type-value~composite~useContext~token:code;token:value.as(CodeableConcept)
        context-type~token~useContext.code context~token~useContext.value.as(CodeableConcept) date~date~date
        depends-on~reference~relatedArtifact.where(type='depends-on').resource|library~*
        derived-from~reference~relatedArtifact.where(type='derived-from').resource~* description~string~description
        effective~date~effectivePeriod identifier~token~identifier jurisdiction~token~jurisdiction name~string~name
        predecessor~reference~relatedArtifact.where(type='predecessor').resource~* publisher~string~publisher
        status~token~status successor~reference~relatedArtifact.where(type='successor').resource~* title~string~title
        topic~token~topic url~uri~url version~token~version
        @ResearchElementDefinition composed-of~reference~relatedArtifact.where(type='composed-of').resource~*
        context-quantity~quantity~useContext.value.as(Quantity)|useContext.value.as(Range)
        context-type-quantity~composite~useContext~token:code;quantity:value.as(Quantity)|value.as(Range)
        context-type-value~composite~useContext~token:code;token:value.as(CodeableConcept)
        context-type~token~useContext.code context~token~useContext.value.as(CodeableConcept) date~date~date
        depends-on~reference~relatedArtifact.where(type='depends-on').resource|library~*
        derived-from~reference~relatedArtifact.where(type='derived-from').resource~* description~string~description
        effective~date~effectivePeriod identifier~token~identifier jurisdiction~token~jurisdiction name~string~name
        predecessor~reference~relatedArtifact.where(type='predecessor').resource~* publisher~string~publisher
        status~token~status successor~reference~relatedArtifact.where(type='successor').resource~* title~string~title
        topic~token~topic url~uri~url version~token~version
        @ResearchStudy category~token~category date~date~period focus~token~focus identifier~token~identifier
        keyword~token~keyword location~token~location partof~reference~partOf~=6
        principalinvestigator~reference~principalInvestigator~=37 protocol~reference~protocol~=117
        site~reference~site~=3 sponsor~reference~sponsor~=0 status~token~status title~string~title
        @ResearchSubject date~date~period identifier~token~identifier individual~reference~individual~=1
        patient~reference~individual~=1 status~token~status study~reference~study~=6
        @Resource _content~string~ _id~token~Resource.id _lastUpdated~date~Resource.meta.lastUpdated
        _profile~uri~Resource.meta.profile _query~token~ _security~token~Resource.meta.security
        _source~uri~Resource.meta.source _tag~token~Resource.meta.tag _filter~special~
        @RiskAssessment condition~reference~condition~=5 method~token~method performer~reference~performer~=55
        probability~number~prediction.probability risk~token~prediction.qualitativeRisk subject~reference~subject~=29
        date~date~occurrence.as(dateTime) encounter~reference~encounter~=47 identifier~token~identifier
        patient~reference~subject.where(resolve().is(Patient))~=9
        @RiskEvidenceSynthesis context-quantity~quantity~useContext.value.as(Quantity)|useContext.value.as(Range)
        context-type-quantity~composite~useContext~token:code;quantity:value.as(Quantity)|value.as(Range)
        context-type-value~composite~useContext~token:code;token:value.as(CodeableConcept)
        context-type~token~useContext.code context~token~useContext.value.as(CodeableConcept) date~date~date
        description~string~description effective~date~effectivePeriod identifier~token~identifier
        jurisdiction~token~jurisdiction name~string~name publisher~string~publisher status~token~status
        title~string~title url~uri~url version~token~version
        @Schedule active~token~active actor~reference~actor~=10 date~date~planningHorizon identifier~token~identifier
        service-category~token~serviceCategory service-type~token~serviceType specialty~token~specialty
        @SearchParameter base~token~base code~token~code component~reference~component.definition~=118
        derived-from~reference~derivedFrom~=118 target~token~target type~token~type
        context-quantity~quantity~useContext.value.as(Quantity)|useContext.value.as(Range)
        context-type-quantity~composite~useContext~token:code;quantity:value.as(Quantity)|value.as(Range)
        context-type-value~composite~useContext~token:code;token:value.as(CodeableConcept)
        context-type~token~useContext.code context~token~useContext.value.as(CodeableConcept) date~date~date
        description~string~description jurisdiction~token~jurisdiction name~string~name publisher~string~publisher
        status~token~status url~uri~url version~token~version
        @ServiceRequest authored~date~authoredOn based-on~reference~basedOn~=119 body-site~token~bodySite
        category~token~category instantiates-canonical~reference~instantiatesCanonical~=57
        instantiates-uri~uri~instantiatesUri intent~token~intent occurrence~date~occurrence
        performer-type~token~performerType performer~reference~performer~=28 priority~token~priority
        replaces~reference~replaces~=11 requester~reference~requester~=16 requisition~token~requisition
        specimen~reference~specimen~=65 status~token~status subject~reference~subject~=60 code~token~code
        encounter~reference~encounter~=47 identifier~token~identifier
        patient~reference~subject.where(resolve().is(Patient))~=9
        @Slot appointment-type~token~appointmentType identifier~token~identifier schedule~reference~schedule~=120
        service-category~token~serviceCategory service-type~token~serviceType specialty~token~specialty start~date~start
        status~token~status
        @Specimen accession~token~accessionIdentifier bodysite~token~collection.bodySite
        collected~date~collection.collected collector~reference~collection.collector~=37
        container-id~token~container.identifier container~token~container.type identifier~token~identifier
        parent~reference~parent~=65 patient~reference~subject.where(resolve().is(Patient))~=1 status~token~status
        subject~reference~subject~=121 type~token~type
        @SpecimenDefinition container~token~typeTested.container.type identifier~token~identifier
        type~token~typeCollected
        @StructureDefinition abstract~token~abstract
        base-path~token~snapshot.element.base.path|differential.element.base.path base~reference~baseDefinition~=21
        derivation~token~derivation experimental~token~experimental ext-context~token~context.type keyword~token~keyword
        kind~token~kind path~token~snapshot.element.path|differential.element.path type~uri~type
        valueset~reference~snapshot.element.binding.valueSet~=49
        context-quantity~quantity~useContext.value.as(Quantity)|useContext.value.as(Range)
        context-type-quantity~composite~useContext~token:code;quantity:value.as(Quantity)|value.as(Range)
        context-type-value~composite~useContext~token:code;token:value.as(CodeableConcept)
        context-type~token~useContext.code context~token~useContext.value.as(CodeableConcept) date~date~date
        description~string~description identifier~token~identifier jurisdiction~token~jurisdiction name~string~name
        publisher~string~publisher status~token~status title~string~title url~uri~url version~token~version
        @StructureMap context-quantity~quantity~useContext.value.as(Quantity)|useContext.value.as(Range)
        context-type-quantity~composite~useContext~token:code;quantity:value.as(Quantity)|value.as(Range)
        context-type-value~composite~useContext~token:code;token:value.as(CodeableConcept)
        context-type~token~useContext.code context~token~useContext.value.as(CodeableConcept) date~date~date
        description~string~description identifier~token~identifier jurisdiction~token~jurisdiction name~string~name
        publisher~string~publisher status~token~status title~string~title url~uri~url version~token~version
        @Subscription contact~token~contact criteria~string~criteria payload~token~channel.payload status~token~status
        type~token~channel.type url~uri~channel.endpoint
        @Substance category~token~category code~token~code|ingredient.substance.as(CodeableConcept)
        container-identifier~token~instance.identifier expiry~date~instance.expiry identifier~token~identifier
        quantity~quantity~instance.quantity status~token~status
        substance-reference~reference~ingredient.substance.as(Reference)~=96
        @SubstanceSpecification code~token~code.code
        @SupplyDelivery receiver~reference~receiver~=37 status~token~status supplier~reference~supplier~=35
        identifier~token~identifier patient~reference~patient~=9
        @SupplyRequest category~token~category requester~reference~requester~=16 status~token~status
        subject~reference~deliverTo~=122 supplier~reference~supplier~=123 date~date~authoredOn
        identifier~token~identifier
        @Task authored-on~date~authoredOn based-on~reference~basedOn~* business-status~token~businessStatus
        code~token~code encounter~reference~encounter~=25 focus~reference~focus~* group-identifier~token~groupIdentifier
        identifier~token~identifier intent~token~intent modified~date~lastModified owner~reference~owner~=28
        part-of~reference~partOf~=109 patient~reference~for.where(resolve().is(Patient))~=1
        performer~token~performerType period~date~executionPeriod priority~token~priority
        requester~reference~requester~=16 status~token~status subject~reference~for~*
        @TerminologyCapabilities context-quantity~quantity~useContext.value.as(Quantity)|useContext.value.as(Range)
        context-type-quantity~composite~useContext~token:code;quantity:value.as(Quantity)|value.as(Range)
        context-type-value~composite~useContext~token:code;token:value.as(CodeableConcept)
        context-type~token~useContext.code context~token~useContext.value.as(CodeableConcept) date~date~date
        description~string~description jurisdiction~token~jurisdiction name~string~name publisher~string~publisher
        status~token~status title~string~title url~uri~url version~token~version
        @TestReport identifier~token~identifier issued~date~issued participant~uri~participant.uri result~token~result
        tester~string~tester testscript~reference~testScript~=124
        @TestScript context-quantity~quantity~useContext.value.as(Quantity)|useContext.value.as(Range)
        context-type-quantity~composite~useContext~token:code;quantity:value.as(Quantity)|value.as(Range)
        context-type-value~composite~useContext~token:code;token:value.as(CodeableConcept)
        context-type~token~useContext.code context~token~useContext.value.as(CodeableConcept) date~date~date
        description~string~description identifier~token~identifier jurisdiction~token~jurisdiction name~string~name
        publisher~string~publisher status~token~status testscript-capability~string~metadata.capability.description
        title~string~title url~uri~url version~token~version
        @ValueSet code~token~expansion.contains.code|compose.include.concept.code expansion~uri~expansion.identifier
        reference~uri~compose.include.system
        context-quantity~quantity~useContext.value.as(Quantity)|useContext.value.as(Range)
        context-type-quantity~composite~useContext~token:code;quantity:value.as(Quantity)|value.as(Range)
        context-type-value~composite~useContext~token:code;token:value.as(CodeableConcept)
        context-type~token~useContext.code context~token~useContext.value.as(CodeableConcept) date~date~date
        description~string~description identifier~token~identifier jurisdiction~token~jurisdiction name~string~name
        publisher~string~publisher status~token~status title~string~title url~uri~url version~token~version
        @VerificationResult target~reference~target~*
        @VisionPrescription datewritten~date~dateWritten prescriber~reference~prescriber~=37 status~token~status
        encounter~reference~encounter~=47 identifier~token~identifier patient~reference~patient~=9
        @ Organization Patient Practitioner,Organization,Device,Patient,HealthcareService,PractitionerRole,Location
        Location Practitioner,Patient,PractitionerRole,RelatedPerson Condition ResearchStudy
        Practitioner,Group,Patient,RelatedPerson
        Immunization,Device,Medication,Procedure,Substance,MedicationAdministration,MedicationStatement Patient,Group
        Practitioner,Device,Patient,HealthcareService,PractitionerRole,RelatedPerson,Location ServiceRequest
        Practitioner Condition,Observation,Procedure,ImmunizationRecommendation Slot Appointment
        Practitioner,Organization,Device,Patient,PractitionerRole,RelatedPerson
        Practitioner,Organization,Patient,PractitionerRole,RelatedPerson Composition MessageHeader ImplementationGuide
        StructureDefinition
        Appointment,MedicationRequest,Task,NutritionOrder,RequestGroup,VisionPrescription,DeviceRequest,ServiceRequest,
        CommunicationRequest CarePlan CareTeam Encounter Goal
        Questionnaire,Measure,PlanDefinition,OperationDefinition,ActivityDefinition
        Practitioner,Organization,CareTeam,Device,Patient,HealthcareService,PractitionerRole,RelatedPerson Group,Patient
        Practitioner,Organization,CareTeam,Patient,PractitionerRole,RelatedPerson Account EpisodeOfCare,Encounter
        Practitioner,Organization,CareTeam,Device,Patient,PractitionerRole,RelatedPerson
        Immunization,MedicationDispense,SupplyDelivery,Observation,DiagnosticReport,ImagingStudy,
        MedicationAdministration,Procedure Practitioner,Organization,PractitionerRole Device
        Practitioner,PractitionerRole Claim Condition,Observation,Media
        RiskAssessment,FamilyMemberHistory,Observation,Media,DiagnosticReport,ImagingStudy,QuestionnaireResponse
        ClinicalImpression Condition,AllergyIntolerance CodeSystem
        Practitioner,Group,Organization,CareTeam,Device,Patient,HealthcareService,PractitionerRole,RelatedPerson
        Practitioner,Organization,Device,Patient,HealthcareService,PractitionerRole,RelatedPerson CommunicationRequest
        Encounter,EpisodeOfCare ConceptMap ValueSet
        Practitioner,Group,Organization,CareTeam,Device,Patient,PractitionerRole,RelatedPerson
        Consent,Contract,QuestionnaireResponse,DocumentReference Organization,Patient,RelatedPerson
        Patient,RelatedPerson CoverageEligibilityRequest Practitioner,Device,PractitionerRole DeviceDefinition
        PlanDefinition,ActivityDefinition ClaimResponse,Coverage Practitioner,Organization,Device,PractitionerRole
        Group,Device,Patient,Location
        CarePlan,MedicationRequest,NutritionOrder,ServiceRequest,ImmunizationRecommendation Media
        Practitioner,Organization,CareTeam,PractitionerRole Observation Specimen Practitioner,Group,Device,Patient
        DocumentReference Condition,Procedure EpisodeOfCare Practitioner,PractitionerRole,RelatedPerson
        EnrollmentRequest Coverage Practitioner,Organization,Device,Patient,PractitionerRole
        Practitioner,Group,Organization,Medication,Patient,PlanDefinition,Procedure,Location Group,Organization,Patient
        Practitioner,Organization,PractitionerRole,RelatedPerson
        Practitioner,Group,Device,Medication,Patient,Substance,PractitionerRole Endpoint
        Appointment,AppointmentResponse,CarePlan,Task,ServiceRequest Group,Device,Patient
        Condition,Observation,DiagnosticReport Immunization Immunization,ImmunizationEvaluation
        Practitioner,Device,Patient,PractitionerRole Measure Practitioner,Organization,PractitionerRole,Location
        Practitioner,Group,Device,Patient,PractitionerRole,RelatedPerson,Location CarePlan,ServiceRequest
        Device,DeviceMetric Practitioner,Group,Specimen,Device,Patient,PractitionerRole,Location Medication,Substance
        Practitioner,Device,Patient,PractitionerRole,RelatedPerson MedicationRequest Medication Practitioner,Patient
        Substance Media,DocumentReference
        MedicationDispense,Observation,MedicationAdministration,Procedure,MedicationStatement
        MedicinalProductPackaged,MedicinalProduct Medication,MedicinalProduct Medication,Substance,MedicinalProduct
        MedicinalProduct
        CarePlan,MedicationRequest,NutritionOrder,DeviceRequest,ServiceRequest,ImmunizationRecommendation
        Media,Observation,ImagingStudy,MolecularSequence,QuestionnaireResponse,DocumentReference
        Observation,MolecularSequence,QuestionnaireResponse
        Immunization,MedicationDispense,MedicationAdministration,Procedure,ImagingStudy,MedicationStatement
        OperationDefinition HealthcareService Task Practitioner,Patient,Person,RelatedPerson RelatedPerson
        Questionnaire,PlanDefinition,ActivityDefinition Observation,Procedure,MedicationAdministration
        Condition,Observation,Procedure,DiagnosticReport,DocumentReference Observation,Procedure Questionnaire
        PlanDefinition SearchParameter CarePlan,MedicationRequest,ServiceRequest Schedule
        Group,Device,Patient,Substance,Location Organization,Patient,Location Organization,HealthcareService TestScript
        """
}
