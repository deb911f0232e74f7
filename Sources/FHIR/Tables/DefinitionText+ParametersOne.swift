// Written by scripts/generate-fhir-tables; change that, not this.

extension DefinitionText {
    /// Search parameters; `SearchParameters` reads it.
    static let parametersOne = """
        @Account identifier~token~identifier name~string~name owner~reference~owner~=0
        patient~reference~subject.where(resolve().is(Patient))~=1 period~date~servicePeriod status~token~status
        subject~reference~subject~=2 type~token~type
        @ActivityDefinition composed-of~reference~relatedArtifact.where(type='composed-of').resource~*
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
        @AdverseEvent actuality~token~actuality category~token~category date~date~date event~token~event
        location~reference~location~=3 recorder~reference~recorder~=4 resultingcondition~reference~resultingCondition~=5
        seriousness~token~seriousness severity~token~severity study~reference~study~=6 subject~reference~subject~=7
        substance~reference~suspectEntity.instance~=8
        @AllergyIntolerance asserter~reference~asserter~=4 category~token~category clinical-status~token~clinicalStatus
        criticality~token~criticality last-date~date~lastOccurrence manifestation~token~reaction.manifestation
        onset~date~reaction.onset recorder~reference~recorder~=4 route~token~reaction.exposureRoute
        severity~token~reaction.severity verification-status~token~verificationStatus code~token~code|reaction.substance
        date~date~recordedDate identifier~token~identifier patient~reference~patient~=9 type~token~type
        @Appointment actor~reference~participant.actor~=10 appointment-type~token~appointmentType
        based-on~reference~basedOn~=11 date~date~start identifier~token~identifier
        location~reference~participant.actor.where(resolve().is(Location))~=3 part-status~token~participant.status
        patient~reference~participant.actor.where(resolve().is(Patient))~=1
        practitioner~reference~participant.actor.where(resolve().is(Practitioner))~=12 reason-code~token~reasonCode
        reason-reference~reference~reasonReference~=13 service-category~token~serviceCategory
        service-type~token~serviceType slot~reference~slot~=14 specialty~token~specialty status~token~status
        supporting-info~reference~supportingInformation~*
        @AppointmentResponse actor~reference~actor~=10 appointment~reference~appointment~=15 identifier~token~identifier
        location~reference~actor.where(resolve().is(Location))~=3 part-status~token~participantStatus
        patient~reference~actor.where(resolve().is(Patient))~=1
        practitioner~reference~actor.where(resolve().is(Practitioner))~=12
        @AuditEvent action~token~action address~string~agent.network.address agent-name~string~agent.name
        agent-role~token~agent.role agent~reference~agent.who~=16 altid~token~agent.altId date~date~recorded
        entity-name~string~entity.name entity-role~token~entity.role entity-type~token~entity.type
        entity~reference~entity.what~* outcome~token~outcome
        patient~reference~agent.who.where(resolve().is(Patient))|entity.what.where(resolve().is(Patient))~=1
        policy~uri~agent.policy site~token~source.site source~reference~source.observer~=16 subtype~token~subtype
        type~token~type
        @Basic author~reference~author~=17 code~token~code created~date~created identifier~token~identifier
        patient~reference~subject.where(resolve().is(Patient))~=1 subject~reference~subject~*
        @BodyStructure identifier~token~identifier location~token~location morphology~token~morphology
        patient~reference~patient~=1
        @Bundle composition~reference~entry[0].resource~=18 identifier~token~identifier
        message~reference~entry[0].resource~=19 timestamp~date~timestamp type~token~type
        @CapabilityStatement fhirversion~token~version format~token~format guide~reference~implementationGuide~=20
        mode~token~rest.mode resource-profile~reference~rest.resource.profile~=21 resource~token~rest.resource.type
        security-service~token~rest.security.service software~string~software.name
        supported-profile~reference~rest.resource.supportedProfile~=21
        context-quantity~quantity~useContext.value.as(Quantity)|useContext.value.as(Range)
        context-type-quantity~composite~useContext~token:code;quantity:value.as(Quantity)|value.as(Range)
        context-type-value~composite~useContext~token:code;token:value.as(CodeableConcept)
        context-type~token~useContext.code context~token~useContext.value.as(CodeableConcept) date~date~date
        description~string~description jurisdiction~token~jurisdiction name~string~name publisher~string~publisher
        status~token~status title~string~title url~uri~url version~token~version
        @CarePlan activity-code~token~activity.detail.code activity-date~date~activity.detail.scheduled
        activity-reference~reference~activity.reference~=22 based-on~reference~basedOn~=23
        care-team~reference~careTeam~=24 category~token~category condition~reference~addresses~=5
        encounter~reference~encounter~=25 goal~reference~goal~=26
        instantiates-canonical~reference~instantiatesCanonical~=27 instantiates-uri~uri~instantiatesUri
        intent~token~intent part-of~reference~partOf~=23 performer~reference~activity.detail.performer~=28
        replaces~reference~replaces~=23 status~token~status subject~reference~subject~=29 date~date~period
        identifier~token~identifier patient~reference~subject.where(resolve().is(Patient))~=9
        @CareTeam category~token~category encounter~reference~encounter~=25 participant~reference~participant.member~=30
        status~token~status subject~reference~subject~=29 date~date~period identifier~token~identifier
        patient~reference~subject.where(resolve().is(Patient))~=9
        @ChargeItem account~reference~account~=31 code~token~code context~reference~context~=32
        entered-date~date~enteredDate enterer~reference~enterer~=16 factor-override~number~factorOverride
        identifier~token~identifier occurrence~date~occurrence patient~reference~subject.where(resolve().is(Patient))~=1
        performer-actor~reference~performer.actor~=33 performer-function~token~performer.function
        performing-organization~reference~performingOrganization~=0 price-override~quantity~priceOverride
        quantity~quantity~quantity requesting-organization~reference~requestingOrganization~=0
        service~reference~service~=34 subject~reference~subject~=29
        @ChargeItemDefinition context-quantity~quantity~useContext.value.as(Quantity)|useContext.value.as(Range)
        context-type-quantity~composite~useContext~token:code;quantity:value.as(Quantity)|value.as(Range)
        context-type-value~composite~useContext~token:code;token:value.as(CodeableConcept)
        context-type~token~useContext.code context~token~useContext.value.as(CodeableConcept) date~date~date
        description~string~description effective~date~effectivePeriod identifier~token~identifier
        jurisdiction~token~jurisdiction publisher~string~publisher status~token~status title~string~title url~uri~url
        version~token~version
        @Claim care-team~reference~careTeam.provider~=35 created~date~created detail-udi~reference~item.detail.udi~=36
        encounter~reference~item.encounter~=25 enterer~reference~enterer~=37 facility~reference~facility~=3
        identifier~token~identifier insurer~reference~insurer~=0 item-udi~reference~item.udi~=36
        patient~reference~patient~=1 payee~reference~payee.party~=17 priority~token~priority
        procedure-udi~reference~procedure.udi~=36 provider~reference~provider~=35 status~token~status
        subdetail-udi~reference~item.detail.subDetail.udi~=36 use~token~use
        @ClaimResponse created~date~created disposition~string~disposition identifier~token~identifier
        insurer~reference~insurer~=0 outcome~token~outcome patient~reference~patient~=1 payment-date~date~payment.date
        request~reference~request~=38 requestor~reference~requestor~=35 status~token~status use~token~use
        @ClinicalImpression assessor~reference~assessor~=37 encounter~reference~encounter~=25
        finding-code~token~finding.itemCodeableConcept finding-ref~reference~finding.itemReference~=39
        identifier~token~identifier investigation~reference~investigation.item~=40 previous~reference~previous~=41
        problem~reference~problem~=42 status~token~status subject~reference~subject~=29
        supporting-info~reference~supportingInfo~* date~date~date
        patient~reference~subject.where(resolve().is(Patient))~=9
        @CodeSystem code~token~concept.code content-mode~token~content language~token~concept.designation.language
        supplements~reference~supplements~=43 system~uri~url
        context-quantity~quantity~useContext.value.as(Quantity)|useContext.value.as(Range)
        context-type-quantity~composite~useContext~token:code;quantity:value.as(Quantity)|value.as(Range)
        context-type-value~composite~useContext~token:code;token:value.as(CodeableConcept)
        context-type~token~useContext.code context~token~useContext.value.as(CodeableConcept) date~date~date
        description~string~description identifier~token~identifier jurisdiction~token~jurisdiction name~string~name
        publisher~string~publisher status~token~status title~string~title url~uri~url version~token~version
        @Communication based-on~reference~basedOn~* category~token~category encounter~reference~encounter~=25
        identifier~token~identifier instantiates-canonical~reference~instantiatesCanonical~=27
        instantiates-uri~uri~instantiatesUri medium~token~medium part-of~reference~partOf~*
        patient~reference~subject.where(resolve().is(Patient))~=1 received~date~received
        recipient~reference~recipient~=44 sender~reference~sender~=45 sent~date~sent status~token~status
        subject~reference~subject~=29
        @CommunicationRequest authored~date~authoredOn based-on~reference~basedOn~* category~token~category
        encounter~reference~encounter~=25 group-identifier~token~groupIdentifier identifier~token~identifier
        medium~token~medium occurrence~date~occurrence.as(dateTime)
        patient~reference~subject.where(resolve().is(Patient))~=1 priority~token~priority
        recipient~reference~recipient~=44 replaces~reference~replaces~=46 requester~reference~requester~=16
        sender~reference~sender~=45 status~token~status subject~reference~subject~=29
        @CompartmentDefinition code~token~code resource~token~resource.code
        context-quantity~quantity~useContext.value.as(Quantity)|useContext.value.as(Range)
        context-type-quantity~composite~useContext~token:code;quantity:value.as(Quantity)|value.as(Range)
        context-type-value~composite~useContext~token:code;token:value.as(CodeableConcept)
        context-type~token~useContext.code context~token~useContext.value.as(CodeableConcept) date~date~date
        description~string~description name~string~name publisher~string~publisher status~token~status url~uri~url
        version~token~version
        @Composition attester~reference~attester.party~=17 author~reference~author~=16 category~token~category
        confidentiality~token~confidentiality context~token~event.code entry~reference~section.entry~*
        period~date~event.period related-id~token~relatesTo.target.as(Identifier)
        related-ref~reference~relatesTo.target.as(Reference)~=18 section~token~section.code status~token~status
        subject~reference~subject~* title~string~title date~date~date encounter~reference~encounter~=47
        identifier~token~identifier patient~reference~subject.where(resolve().is(Patient))~=9 type~token~type
        @ConceptMap dependson~uri~group.element.target.dependsOn.property other~reference~group.unmapped.url~=48
        product~uri~group.element.target.product.property source-code~token~group.element.code
        source-system~uri~group.source source-uri~reference~source.as(uri)~=49 source~reference~source.as(canonical)~=49
        target-code~token~group.element.target.code target-system~uri~group.target
        target-uri~reference~target.as(uri)~=49 target~reference~target.as(canonical)~=49
        context-quantity~quantity~useContext.value.as(Quantity)|useContext.value.as(Range)
        context-type-quantity~composite~useContext~token:code;quantity:value.as(Quantity)|value.as(Range)
        context-type-value~composite~useContext~token:code;token:value.as(CodeableConcept)
        context-type~token~useContext.code context~token~useContext.value.as(CodeableConcept) date~date~date
        description~string~description identifier~token~identifier jurisdiction~token~jurisdiction name~string~name
        publisher~string~publisher status~token~status title~string~title url~uri~url version~token~version
        @Condition abatement-age~quantity~abatement.as(Age)|abatement.as(Range)
        abatement-date~date~abatement.as(dateTime)|abatement.as(Period) abatement-string~string~abatement.as(string)
        asserter~reference~asserter~=4 body-site~token~bodySite category~token~category
        clinical-status~token~clinicalStatus encounter~reference~encounter~=25
        evidence-detail~reference~evidence.detail~* evidence~token~evidence.code
        onset-age~quantity~onset.as(Age)|onset.as(Range) onset-date~date~onset.as(dateTime)|onset.as(Period)
        onset-info~string~onset.as(string) recorded-date~date~recordedDate severity~token~severity
        stage~token~stage.summary subject~reference~subject~=29 verification-status~token~verificationStatus
        code~token~code identifier~token~identifier patient~reference~subject.where(resolve().is(Patient))~=9
        @Consent action~token~provision.action actor~reference~provision.actor.reference~=50 category~token~category
        consentor~reference~performer~=17 data~reference~provision.data.reference~*
        organization~reference~organization~=0 period~date~provision.period purpose~token~provision.purpose
        scope~token~scope security-label~token~provision.securityLabel source-reference~reference~source~=51
        status~token~status date~date~dateTime identifier~token~identifier patient~reference~patient~=9
        @Contract authority~reference~authority~=0 domain~reference~domain~=3 identifier~token~identifier
        instantiates~uri~instantiatesUri issued~date~issued patient~reference~subject.where(resolve().is(Patient))~=1
        signer~reference~signer.party~=17 status~token~status subject~reference~subject~* url~uri~url
        @Coverage beneficiary~reference~beneficiary~=1 class-type~token~class.type class-value~string~class.value
        dependent~string~dependent identifier~token~identifier patient~reference~beneficiary~=1
        payor~reference~payor~=52 policy-holder~reference~policyHolder~=52 status~token~status
        subscriber~reference~subscriber~=53 type~token~type
        @CoverageEligibilityRequest created~date~created enterer~reference~enterer~=37 facility~reference~facility~=3
        identifier~token~identifier patient~reference~patient~=1 provider~reference~provider~=35 status~token~status
        @CoverageEligibilityResponse created~date~created disposition~string~disposition identifier~token~identifier
        insurer~reference~insurer~=0 outcome~token~outcome patient~reference~patient~=1 request~reference~request~=54
        requestor~reference~requestor~=35 status~token~status
        @DetectedIssue author~reference~author~=55 code~token~code identified~date~identified
        implicated~reference~implicated~* identifier~token~identifier patient~reference~patient~=9
        @Device device-name~string~deviceName.name|type.coding.display|type.text identifier~token~identifier
        location~reference~location~=3 manufacturer~string~manufacturer model~string~modelNumber
        organization~reference~owner~=0 patient~reference~patient~=1 status~token~status type~token~type
        udi-carrier~string~udiCarrier.carrierHRF udi-di~string~udiCarrier.deviceIdentifier url~uri~url
        din~token~extension('http://hl7.org/fhir/SearchParameter/device-extensions-Device-din')
        @DeviceDefinition identifier~token~identifier parent~reference~parentDevice~=56 type~token~type
        @DeviceMetric category~token~category identifier~token~identifier parent~reference~parent~=36
        source~reference~source~=36 type~token~type
        @DeviceRequest authored-on~date~authoredOn based-on~reference~basedOn~* device~reference~code.as(Reference)~=36
        event-date~date~occurrence.as(dateTime)|occurrence.as(Period) group-identifier~token~groupIdentifier
        instantiates-canonical~reference~instantiatesCanonical~=57 instantiates-uri~uri~instantiatesUri
        insurance~reference~insurance~=58 intent~token~intent performer~reference~performer~=28
        prior-request~reference~priorRequest~* requester~reference~requester~=59 status~token~status
        subject~reference~subject~=60 code~token~code.as(CodeableConcept) encounter~reference~encounter~=47
        identifier~token~identifier patient~reference~subject.where(resolve().is(Patient))~=9
        @DeviceUseStatement device~reference~device~=36 identifier~token~identifier subject~reference~subject~=29
        patient~reference~subject~=9
        @DiagnosticReport based-on~reference~basedOn~=61 category~token~category conclusion~token~conclusionCode
        issued~date~issued media~reference~media.link~=62 performer~reference~performer~=63 result~reference~result~=64
        results-interpreter~reference~resultsInterpreter~=63 specimen~reference~specimen~=65 status~token~status
        subject~reference~subject~=60 code~token~code date~date~effective encounter~reference~encounter~=47
        identifier~token~identifier patient~reference~subject.where(resolve().is(Patient))~=9
        assessed-condition~reference~extension('http://hl7.org/fhir/StructureDefinition/DiagnosticReport-geneticsAssessedCondition')~*
        @DocumentManifest author~reference~author~=16 created~date~created description~string~description
        item~reference~content~* recipient~reference~recipient~=17 related-id~token~related.identifier
        related-ref~reference~related.ref~* source~uri~source status~token~status subject~reference~subject~=66
        identifier~token~masterIdentifier|identifier patient~reference~subject.where(resolve().is(Patient))~=9
        type~token~type
        @DocumentReference authenticator~reference~authenticator~=35 author~reference~author~=16 category~token~category
        contenttype~token~content.attachment.contentType custodian~reference~custodian~=0 date~date~date
        description~string~description event~token~context.event facility~token~context.facilityType
        format~token~content.format language~token~content.attachment.language location~uri~content.attachment.url
        period~date~context.period related~reference~context.related~* relatesto~reference~relatesTo.target~=67
        relation~token~relatesTo.code relationship~composite~relatesTo~token:code;reference:target
        security-label~token~securityLabel setting~token~context.practiceSetting status~token~status
        subject~reference~subject~=66 encounter~reference~context.encounter~=47
        identifier~token~masterIdentifier|identifier patient~reference~subject.where(resolve().is(Patient))~=9
        type~token~type
        @DomainResource _text~string~
        @EffectEvidenceSynthesis context-quantity~quantity~useContext.value.as(Quantity)|useContext.value.as(Range)
        context-type-quantity~composite~useContext~token:code;quantity:value.as(Quantity)|value.as(Range)
        context-type-value~composite~useContext~token:code;token:value.as(CodeableConcept)
        context-type~token~useContext.code context~token~useContext.value.as(CodeableConcept) date~date~date
        description~string~description effective~date~effectivePeriod identifier~token~identifier
        jurisdiction~token~jurisdiction name~string~name publisher~string~publisher status~token~status
        title~string~title url~uri~url version~token~version
        @Encounter account~reference~account~=31 appointment~reference~appointment~=15 based-on~reference~basedOn~=11
        class~token~class diagnosis~reference~diagnosis.condition~=68 episode-of-care~reference~episodeOfCare~=69
        length~quantity~length location-period~date~location.period location~reference~location.location~=3
        part-of~reference~partOf~=25 participant-type~token~participant.type
        participant~reference~participant.individual~=70
        practitioner~reference~participant.individual.where(resolve().is(Practitioner))~=12 reason-code~token~reasonCode
        reason-reference~reference~reasonReference~=13 service-provider~reference~serviceProvider~=0
        special-arrangement~token~hospitalization.specialArrangement status~token~status subject~reference~subject~=29
        date~date~period identifier~token~identifier patient~reference~subject.where(resolve().is(Patient))~=9
        type~token~type
        @Endpoint connection-type~token~connectionType identifier~token~identifier name~string~name
        organization~reference~managingOrganization~=0 payload-type~token~payloadType status~token~status
        @EnrollmentRequest identifier~token~identifier patient~reference~candidate~=1 status~token~status
        subject~reference~candidate~=1
        @EnrollmentResponse identifier~token~identifier request~reference~request~=71 status~token~status
        @EpisodeOfCare care-manager~reference~careManager.where(resolve().is(Practitioner))~=12
        condition~reference~diagnosis.condition~=5 incoming-referral~reference~referralRequest~=11
        organization~reference~managingOrganization~=0 status~token~status date~date~period identifier~token~identifier
        patient~reference~patient~=9 type~token~type
        @EventDefinition composed-of~reference~relatedArtifact.where(type='composed-of').resource~*
        context-quantity~quantity~useContext.value.as(Quantity)|useContext.value.as(Range)
        context-type-quantity~composite~useContext~token:code;quantity:value.as(Quantity)|value.as(Range)
        context-type-value~composite~useContext~token:code;token:value.as(CodeableConcept)
        context-type~token~useContext.code context~token~useContext.value.as(CodeableConcept) date~date~date
        depends-on~reference~relatedArtifact.where(type='depends-on').resource~*
        derived-from~reference~relatedArtifact.where(type='derived-from').resource~* description~string~description
        effective~date~effectivePeriod identifier~token~identifier jurisdiction~token~jurisdiction name~string~name
        predecessor~reference~relatedArtifact.where(type='predecessor').resource~* publisher~string~publisher
        status~token~status successor~reference~relatedArtifact.where(type='successor').resource~* title~string~title
        topic~token~topic url~uri~url version~token~version
        @Evidence composed-of~reference~relatedArtifact.where(type='composed-of').resource~*
        context-quantity~quantity~useContext.value.as(Quantity)|useContext.value.as(Range)
        context-type-quantity~composite~useContext~token:code;quantity:value.as(Quantity)|value.as(Range)
        context-type-value~composite~useContext~token:code;token:value.as(CodeableConcept)
        context-type~token~useContext.code context~token~useContext.value.as(CodeableConcept) date~date~date
        depends-on~reference~relatedArtifact.where(type='depends-on').resource~*
        derived-from~reference~relatedArtifact.where(type='derived-from').resource~* description~string~description
        effective~date~effectivePeriod identifier~token~identifier jurisdiction~token~jurisdiction name~string~name
        predecessor~reference~relatedArtifact.where(type='predecessor').resource~* publisher~string~publisher
        status~token~status successor~reference~relatedArtifact.where(type='successor').resource~* title~string~title
        topic~token~topic url~uri~url version~token~version
        @EvidenceVariable composed-of~reference~relatedArtifact.where(type='composed-of').resource~*
        context-quantity~quantity~useContext.value.as(Quantity)|useContext.value.as(Range)
        context-type-quantity~composite~useContext~token:code;quantity:value.as(Quantity)|value.as(Range)
        context-type-value~composite~useContext~token:code;token:value.as(CodeableConcept)
        context-type~token~useContext.code context~token~useContext.value.as(CodeableConcept) date~date~date
        depends-on~reference~relatedArtifact.where(type='depends-on').resource~*
        derived-from~reference~relatedArtifact.where(type='derived-from').resource~* description~string~description
        effective~date~effectivePeriod identifier~token~identifier jurisdiction~token~jurisdiction name~string~name
        predecessor~reference~relatedArtifact.where(type='predecessor').resource~* publisher~string~publisher
        status~token~status successor~reference~relatedArtifact.where(type='successor').resource~* title~string~title
        topic~token~topic url~uri~url version~token~version
        @ExampleScenario context-quantity~quantity~useContext.value.as(Quantity)|useContext.value.as(Range)
        context-type-quantity~composite~useContext~token:code;quantity:value.as(Quantity)|value.as(Range)
        context-type-value~composite~useContext~token:code;token:value.as(CodeableConcept)
        context-type~token~useContext.code context~token~useContext.value.as(CodeableConcept) date~date~date
        identifier~token~identifier jurisdiction~token~jurisdiction name~string~name publisher~string~publisher
        status~token~status url~uri~url version~token~version
        @ExplanationOfBenefit care-team~reference~careTeam.provider~=35 claim~reference~claim~=38
        coverage~reference~insurance.coverage~=72 created~date~created detail-udi~reference~item.detail.udi~=36
        disposition~string~disposition encounter~reference~item.encounter~=25 enterer~reference~enterer~=37
        facility~reference~facility~=3 identifier~token~identifier item-udi~reference~item.udi~=36
        patient~reference~patient~=1 payee~reference~payee.party~=17 procedure-udi~reference~procedure.udi~=36
        provider~reference~provider~=35 status~token~status subdetail-udi~reference~item.detail.subDetail.udi~=36
        @FamilyMemberHistory instantiates-canonical~reference~instantiatesCanonical~=27
        instantiates-uri~uri~instantiatesUri relationship~token~relationship sex~token~sex status~token~status
        code~token~condition.code date~date~date identifier~token~identifier patient~reference~patient~=9
        @Flag author~reference~author~=73 identifier~token~identifier subject~reference~subject~=74 date~date~period
        encounter~reference~encounter~=47 patient~reference~subject.where(resolve().is(Patient))~=9
        @Goal achievement-status~token~achievementStatus category~token~category lifecycle-status~token~lifecycleStatus
        start-date~date~start.as(date) subject~reference~subject~=75 target-date~date~target.due.as(date)
        identifier~token~identifier patient~reference~subject.where(resolve().is(Patient))~=9
        @GraphDefinition start~token~start
        context-quantity~quantity~useContext.value.as(Quantity)|useContext.value.as(Range)
        context-type-quantity~composite~useContext~token:code;quantity:value.as(Quantity)|value.as(Range)
        context-type-value~composite~useContext~token:code;token:value.as(CodeableConcept)
        context-type~token~useContext.code context~token~useContext.value.as(CodeableConcept) date~date~date
        description~string~description jurisdiction~token~jurisdiction name~string~name publisher~string~publisher
        status~token~status url~uri~url version~token~version
        @Group actual~token~actual characteristic-value~composite~characteristic~token:code;token:value
        characteristic~token~characteristic.code code~token~code exclude~token~characteristic.exclude
        identifier~token~identifier managing-entity~reference~managingEntity~=76 member~reference~member.entity~=77
        type~token~type value~token~characteristic.value.as(CodeableConcept)|characteristic.value.as(boolean)
        @GuidanceResponse identifier~token~identifier patient~reference~subject.where(resolve().is(Patient))~=1
        request~token~requestIdentifier subject~reference~subject~=29
        @HealthcareService active~token~active characteristic~token~characteristic
        coverage-area~reference~coverageArea~=3 endpoint~reference~endpoint~=78 identifier~token~identifier
        location~reference~location~=3 name~string~name organization~reference~providedBy~=0 program~token~program
        service-category~token~category service-type~token~type specialty~token~specialty
        @ImagingStudy basedon~reference~basedOn~=79 bodysite~token~series.bodySite
        dicom-class~token~series.instance.sopClass encounter~reference~encounter~=25
        endpoint~reference~endpoint|series.endpoint~=78 instance~token~series.instance.uid
        interpreter~reference~interpreter~=37 modality~token~series.modality
        performer~reference~series.performer.actor~=33 reason~token~reasonCode referrer~reference~referrer~=37
        series~token~series.uid started~date~started status~token~status subject~reference~subject~=80
        identifier~token~identifier patient~reference~subject.where(resolve().is(Patient))~=9
        @Immunization location~reference~location~=3 lot-number~string~lotNumber manufacturer~reference~manufacturer~=0
        performer~reference~performer.actor~=35 reaction-date~date~reaction.date reaction~reference~reaction.detail~=64
        reason-code~token~reasonCode reason-reference~reference~reasonReference~=81 series~string~protocolApplied.series
        status-reason~token~statusReason status~token~status target-disease~token~protocolApplied.targetDisease
        vaccine-code~token~vaccineCode date~date~occurrence identifier~token~identifier patient~reference~patient~=9
        @ImmunizationEvaluation date~date~date dose-status~token~doseStatus identifier~token~identifier
        immunization-event~reference~immunizationEvent~=82 patient~reference~patient~=1 status~token~status
        target-disease~token~targetDisease
        @ImmunizationRecommendation date~date~date identifier~token~identifier
        information~reference~recommendation.supportingPatientInformation~* patient~reference~patient~=1
        status~token~recommendation.forecastStatus support~reference~recommendation.supportingImmunization~=83
        target-disease~token~recommendation.targetDisease vaccine-type~token~recommendation.vaccineCode
        @ImplementationGuide depends-on~reference~dependsOn.uri~=20 experimental~token~experimental
        global~reference~global.profile~=21 resource~reference~definition.resource.reference~*
        context-quantity~quantity~useContext.value.as(Quantity)|useContext.value.as(Range)
        context-type-quantity~composite~useContext~token:code;quantity:value.as(Quantity)|value.as(Range)
        context-type-value~composite~useContext~token:code;token:value.as(CodeableConcept)
        context-type~token~useContext.code context~token~useContext.value.as(CodeableConcept) date~date~date
        description~string~description jurisdiction~token~jurisdiction name~string~name publisher~string~publisher
        status~token~status title~string~title url~uri~url version~token~version
        @InsurancePlan address-city~string~contact.address.city address-country~string~contact.address.country
        address-postalcode~string~contact.address.postalCode address-state~string~contact.address.state
        address-use~token~contact.address.use address~string~contact.address administered-by~reference~administeredBy~=0
        endpoint~reference~endpoint~=78 identifier~token~identifier name~string~name|alias owned-by~reference~ownedBy~=0
        phonetic~string~name status~token~status type~token~type
        @Invoice account~reference~account~=31 date~date~date identifier~token~identifier issuer~reference~issuer~=0
        participant-role~token~participant.role participant~reference~participant.actor~=16
        patient~reference~subject.where(resolve().is(Patient))~=1 recipient~reference~recipient~=52 status~token~status
        subject~reference~subject~=29 totalgross~quantity~totalGross totalnet~quantity~totalNet type~token~type
        @Library composed-of~reference~relatedArtifact.where(type='composed-of').resource~*
        content-type~token~content.contentType
        context-quantity~quantity~useContext.value.as(Quantity)|useContext.value.as(Range)
        context-type-quantity~composite~useContext~token:code;quantity:value.as(Quantity)|value.as(Range)
        context-type-value~composite~useContext~token:code;token:value.as(CodeableConcept)
        context-type~token~useContext.code context~token~useContext.value.as(CodeableConcept) date~date~date
        depends-on~reference~relatedArtifact.where(type='depends-on').resource~*
        derived-from~reference~relatedArtifact.where(type='derived-from').resource~* description~string~description
        effective~date~effectivePeriod identifier~token~identifier jurisdiction~token~jurisdiction name~string~name
        predecessor~reference~relatedArtifact.where(type='predecessor').resource~* publisher~string~publisher
        status~token~status successor~reference~relatedArtifact.where(type='successor').resource~* title~string~title
        topic~token~topic type~token~type url~uri~url version~token~version
        @Linkage author~reference~author~=35 item~reference~item.resource~* source~reference~item.resource~*
        @List empty-reason~token~emptyReason item~reference~entry.item~* notes~string~note.text
        source~reference~source~=84 status~token~status subject~reference~subject~=60 title~string~title code~token~code
        date~date~date encounter~reference~encounter~=47 identifier~token~identifier
        patient~reference~subject.where(resolve().is(Patient))~=9
        @Location address-city~string~address.city address-country~string~address.country
        address-postalcode~string~address.postalCode address-state~string~address.state address-use~token~address.use
        address~string~address endpoint~reference~endpoint~=78 identifier~token~identifier name~string~name|alias
        near~special~position operational-status~token~operationalStatus organization~reference~managingOrganization~=0
        partof~reference~partOf~=3 status~token~status type~token~type
        @Measure composed-of~reference~relatedArtifact.where(type='composed-of').resource~*
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
        @MeasureReport date~date~date evaluated-resource~reference~evaluatedResource~* identifier~token~identifier
        measure~reference~measure~=85 patient~reference~subject.where(resolve().is(Patient))~=1 period~date~period
        reporter~reference~reporter~=86 status~token~status subject~reference~subject~=87
        @Media based-on~reference~basedOn~=88 created~date~created device~reference~device~=89
        encounter~reference~encounter~=25 identifier~token~identifier modality~token~modality
        operator~reference~operator~=33 patient~reference~subject.where(resolve().is(Patient))~=1 site~token~bodySite
        status~token~status subject~reference~subject~=90 type~token~type view~token~view
        @Medication expiration-date~date~batch.expirationDate form~token~form identifier~token~identifier
        ingredient-code~token~ingredient.item.as(CodeableConcept) ingredient~reference~ingredient.item.as(Reference)~=91
        lot-number~token~batch.lotNumber manufacturer~reference~manufacturer~=0 status~token~status code~token~code
        @MedicationAdministration context~reference~context~=32 device~reference~device~=36
        effective-time~date~effective performer~reference~performer.actor~=92 reason-given~token~reasonCode
        reason-not-given~token~statusReason request~reference~request~=93 subject~reference~subject~=29
        code~token~medication.as(CodeableConcept) identifier~token~identifier
        patient~reference~subject.where(resolve().is(Patient))~=9 medication~reference~medication.as(Reference)~=94
        status~token~status
        @MedicationDispense context~reference~context~=32 destination~reference~destination~=3
        performer~reference~performer.actor~=16 receiver~reference~receiver~=95
        responsibleparty~reference~substitution.responsibleParty~=37 subject~reference~subject~=29 type~token~type
        whenhandedover~date~whenHandedOver whenprepared~date~whenPrepared code~token~medication.as(CodeableConcept)
        identifier~token~identifier patient~reference~subject.where(resolve().is(Patient))~=9
        medication~reference~medication.as(Reference)~=94 prescription~reference~authorizingPrescription~=93
        status~token~status
        @MedicationKnowledge classification-type~token~medicineClassification.type
        classification~token~medicineClassification.classification code~token~code doseform~token~doseForm
        ingredient-code~token~ingredient.item.as(CodeableConcept) ingredient~reference~ingredient.item.as(Reference)~=96
        manufacturer~reference~manufacturer~=0 monitoring-program-name~token~monitoringProgram.name
        monitoring-program-type~token~monitoringProgram.type monograph-type~token~monograph.type
        monograph~reference~monograph.source~=97 source-cost~token~cost.source status~token~status
        @MedicationRequest authoredon~date~authoredOn category~token~category
        intended-dispenser~reference~dispenseRequest.performer~=0 intended-performer~reference~performer~=33
        intended-performertype~token~performerType intent~token~intent priority~token~priority
        requester~reference~requester~=16 subject~reference~subject~=29 code~token~medication.as(CodeableConcept)
        identifier~token~identifier patient~reference~subject.where(resolve().is(Patient))~=9
        date~date~dosageInstruction.timing.event encounter~reference~encounter~=25
        medication~reference~medication.as(Reference)~=94 status~token~status
        @MedicationStatement category~token~category context~reference~context~=32 effective~date~effective
        part-of~reference~partOf~=98 source~reference~informationSource~=17 subject~reference~subject~=29
        code~token~medication.as(CodeableConcept) identifier~token~identifier
        patient~reference~subject.where(resolve().is(Patient))~=9 medication~reference~medication.as(Reference)~=94
        status~token~status
        @MedicinalProduct identifier~token~identifier name-language~token~name.countryLanguage.language
        name~string~name.productName
        @MedicinalProductAuthorization country~token~country holder~reference~holder~=0 identifier~token~identifier
        status~token~status subject~reference~subject~=99
        @MedicinalProductContraindication subject~reference~subject~=100
        @MedicinalProductIndication subject~reference~subject~=100
        @MedicinalProductInteraction subject~reference~subject~=101
        @MedicinalProductPackaged identifier~token~identifier subject~reference~subject~=102
        @MedicinalProductPharmaceutical identifier~token~identifier route~token~routeOfAdministration.code
        target-species~token~routeOfAdministration.targetSpecies.code
        @MedicinalProductUndesirableEffect subject~reference~subject~=100
        @MessageDefinition category~token~category event~token~event focus~token~focus.code parent~reference~parent~=57
        context-quantity~quantity~useContext.value.as(Quantity)|useContext.value.as(Range)
        context-type-quantity~composite~useContext~token:code;quantity:value.as(Quantity)|value.as(Range)
        context-type-value~composite~useContext~token:code;token:value.as(CodeableConcept)
        context-type~token~useContext.code context~token~useContext.value.as(CodeableConcept) date~date~date
        description~string~description identifier~token~identifier jurisdiction~token~jurisdiction name~string~name
        publisher~string~publisher status~token~status title~string~title url~uri~url version~token~version
        @MessageHeader author~reference~author~=37 code~token~response.code destination-uri~uri~destination.endpoint
        destination~string~destination.name enterer~reference~enterer~=37 event~token~event focus~reference~focus~*
        receiver~reference~destination.receiver~=35 response-id~token~response.identifier
        responsible~reference~responsible~=35 sender~reference~sender~=35 source-uri~uri~source.endpoint
        source~string~source.name target~reference~destination.target~=36
        @MolecularSequence
        chromosome-variant-coordinate~composite~variant~token:%resource.referenceSeq.chromosome;number:start;number:end
        """
}
