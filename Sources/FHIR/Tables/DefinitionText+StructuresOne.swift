// Written by scripts/generate-fhir-tables; change that, not this.

extension DefinitionText {
    /// Nodes and their elements; `Schema` reads it.
    static let structuresOne = """
        @Account:D identifier^*Identifier status^!%.code type^.CodeableConcept name^.string subject^*Reference
        servicePeriod^.Period coverage^*+ owner^.Reference description^.string guarantor*+ partOf.Reference
        @Account.coverage:B coverage^!.Reference priority^.positiveInt
        @Account.guarantor:B party!.Reference onHold.boolean period.Period
        @ActivityDefinition:D url^.uri identifier^*Identifier version^.string name^.string title^.string subtitle.string
        status^!%.code experimental^.boolean subject?CodeableConcept,Reference date^.dateTime publisher^.string
        contact^*ContactDetail description^.markdown useContext^*UsageContext jurisdiction^*CodeableConcept
        purpose.markdown usage.string copyright.markdown approvalDate.date lastReviewDate.date effectivePeriod^.Period
        topic*CodeableConcept author*ContactDetail editor*ContactDetail reviewer*ContactDetail endorser*ContactDetail
        relatedArtifact*RelatedArtifact library*canonical kind^.code profile.canonical code^.CodeableConcept intent.code
        priority.code doNotPerform^%.boolean timing?Timing,dateTime,Age,Period,Range,Duration location.Reference
        participant*+ product?Reference,CodeableConcept quantity.Quantity dosage*Dosage bodySite*CodeableConcept
        specimenRequirement*Reference observationRequirement*Reference observationResultRequirement*Reference
        transform.canonical dynamicValue*+
        @ActivityDefinition.participant:B type!.code role.CodeableConcept
        @ActivityDefinition.dynamicValue:B path!.string expression!.Expression
        @Address:E use^%.code type^.code text^.string line^*string city^.string district^.string state^.string
        postalCode^.string country^.string period^.Period
        @AdverseEvent:D identifier^.Identifier actuality^!%.code category^*CodeableConcept event^.CodeableConcept
        subject^!.Reference encounter^.Reference date^.dateTime detected^.dateTime recordedDate^.dateTime
        resultingCondition^*Reference location^.Reference seriousness^.CodeableConcept severity^.CodeableConcept
        outcome^.CodeableConcept recorder^.Reference contributor^*Reference suspectEntity^*+
        subjectMedicalHistory^*Reference referenceDocument^*Reference study^*Reference
        @AdverseEvent.suspectEntity:B instance^!.Reference causality^*+
        @AdverseEvent.suspectEntity.causality:B assessment^.CodeableConcept productRelatedness^.string author^.Reference
        method^.CodeableConcept
        @Age:E value^.decimal comparator^%.code unit^.string system^.uri code^.code
        @AllergyIntolerance:D identifier^*Identifier clinicalStatus^%.CodeableConcept
        verificationStatus^%.CodeableConcept type^.code category^*code criticality^.code code^.CodeableConcept
        patient^!.Reference encounter.Reference onset?dateTime,Age,Period,Range,string recordedDate.dateTime
        recorder.Reference asserter^.Reference lastOccurrence.dateTime note*Annotation reaction*+
        @AllergyIntolerance.reaction:B substance.CodeableConcept manifestation!*CodeableConcept description.string
        onset.dateTime severity.code exposureRoute.CodeableConcept note*Annotation
        @Annotation:E author^?Reference,string time^.dateTime text^!.markdown
        @Appointment:D identifier^*Identifier status^!%.code cancelationReason^.CodeableConcept
        serviceCategory^*CodeableConcept serviceType^*CodeableConcept specialty^*CodeableConcept
        appointmentType^.CodeableConcept reasonCode^*CodeableConcept reasonReference*Reference priority.unsignedInt
        description.string supportingInformation*Reference start^.instant end^.instant minutesDuration.positiveInt
        slot*Reference created.dateTime comment.string patientInstruction.string basedOn*Reference participant!*+
        requestedPeriod*Period
        @Appointment.participant:B type^*CodeableConcept actor^.Reference required^.code status^!.code period.Period
        @AppointmentResponse:D identifier^*Identifier appointment^!.Reference start.instant end.instant
        participantType^*CodeableConcept actor^.Reference participantStatus^!%.code comment.string
        @Attachment:E contentType^.code language^.code data.base64Binary url^.url size^.unsignedInt hash^.base64Binary
        title^.string creation^.dateTime
        @AuditEvent:D type^!.Coding subtype^*Coding action^.code period.Period recorded^!.instant outcome^.code
        outcomeDesc^.string purposeOfEvent^*CodeableConcept agent!*+ source!.+ entity*+
        @AuditEvent.agent:B type.CodeableConcept role*CodeableConcept who^.Reference altId.string name.string
        requestor^!.boolean location.Reference policy*uri media.Coding network.+ purposeOfUse*CodeableConcept
        @AuditEvent.agent.network:B address.string type.code
        @AuditEvent.source:B site.string observer^!.Reference type*Coding
        @AuditEvent.entity:B what^.Reference type.Coding role.Coding lifecycle.Coding securityLabel*Coding name^.string
        description.string query^.base64Binary detail*+
        @AuditEvent.entity.detail:B type!.string value!?string,base64Binary
        @BackboneElement:B
        @Basic:D identifier^*Identifier code^!%.CodeableConcept subject^.Reference created^.date author^.Reference
        @Binary:R contentType^!.code securityContext^.Reference data.base64Binary
        @BiologicallyDerivedProduct:D identifier^*Identifier productCategory.code productCode.CodeableConcept
        status.code request*Reference quantity.integer parent*Reference collection.+ processing*+ manipulation.+
        storage*+
        @BiologicallyDerivedProduct.collection:B collector.Reference source.Reference collected?dateTime,Period
        @BiologicallyDerivedProduct.processing:B description.string procedure.CodeableConcept additive.Reference
        time?dateTime,Period
        @BiologicallyDerivedProduct.manipulation:B description.string time?dateTime,Period
        @BiologicallyDerivedProduct.storage:B description.string temperature.decimal scale.code duration.Period
        @BodyStructure:D identifier^*Identifier active^%.boolean morphology^.CodeableConcept location^.CodeableConcept
        locationQualifier*CodeableConcept description^.string image*Attachment patient^!.Reference
        @Bundle:R identifier^.Identifier type^!.code timestamp^.instant total^.unsignedInt link^*+ entry^*+
        signature^.Signature
        @Bundle.link:B relation^!.string url^!.uri
        @Bundle.entry:B link^*#Bundle.link fullUrl^.uri resource^.Resource search^.+ request^.+ response^.+
        @Bundle.entry.search:B mode^.code score^.decimal
        @Bundle.entry.request:B method^!.code url^!.uri ifNoneMatch^.string ifModifiedSince^.instant ifMatch^.string
        ifNoneExist^.string
        @Bundle.entry.response:B status^!.string location^.uri etag^.string lastModified^.instant outcome^.Resource
        @CapabilityStatement:D url^.uri version^.string name^.string title^.string status^!%.code experimental^.boolean
        date^!.dateTime publisher^.string contact^*ContactDetail description.markdown useContext^*UsageContext
        jurisdiction^*CodeableConcept purpose.markdown copyright.markdown kind^!.code instantiates^*canonical
        imports^*canonical software^.+ implementation^.+ fhirVersion^!.code format^!*code patchFormat^*code
        implementationGuide^*canonical rest^*+ messaging^*+ document^*+
        @CapabilityStatement.software:B name^!.string version^.string releaseDate^.dateTime
        @CapabilityStatement.implementation:B description^!.string url^.url custodian^.Reference
        @CapabilityStatement.rest:B mode^!.code documentation.markdown security^.+ resource^*+ interaction*+
        searchParam*#CapabilityStatement.rest.resource.searchParam
        operation^*#CapabilityStatement.rest.resource.operation compartment*canonical
        @CapabilityStatement.rest.security:B cors^.boolean service^*CodeableConcept description.markdown
        @CapabilityStatement.rest.resource:B type^!.code profile^.canonical supportedProfile^*canonical
        documentation.markdown interaction*+ versioning.code readHistory.boolean updateCreate.boolean
        conditionalCreate.boolean conditionalRead.code conditionalUpdate.boolean conditionalDelete.code
        referencePolicy*code searchInclude*string searchRevInclude*string searchParam*+ operation^*+
        @CapabilityStatement.rest.resource.interaction:B code!.code documentation.markdown
        @CapabilityStatement.rest.resource.searchParam:B name!.string definition.canonical type!.code
        documentation.markdown
        @CapabilityStatement.rest.resource.operation:B name^!.string definition^!.canonical documentation.markdown
        @CapabilityStatement.rest.interaction:B code!.code documentation.markdown
        @CapabilityStatement.messaging:B endpoint*+ reliableCache.unsignedInt documentation.markdown supportedMessage^*+
        @CapabilityStatement.messaging.endpoint:B protocol!.Coding address!.url
        @CapabilityStatement.messaging.supportedMessage:B mode^!.code definition^!.canonical
        @CapabilityStatement.document:B mode^!.code documentation.markdown profile^!.canonical
        @CarePlan:D identifier^*Identifier instantiatesCanonical^*canonical instantiatesUri^*uri basedOn^*Reference
        replaces^*Reference partOf^*Reference status^!%.code intent^!%.code category^*CodeableConcept title^.string
        description^.string subject^!.Reference encounter^.Reference period^.Period created^.dateTime author^.Reference
        contributor*Reference careTeam*Reference addresses^*Reference supportingInfo*Reference goal*Reference activity*+
        note*Annotation
        @CarePlan.activity:B outcomeCodeableConcept*CodeableConcept outcomeReference*Reference progress*Annotation
        reference.Reference detail.+
        @CarePlan.activity.detail:B kind.code instantiatesCanonical*canonical instantiatesUri*uri code.CodeableConcept
        reasonCode*CodeableConcept reasonReference*Reference goal*Reference status!%.code statusReason.CodeableConcept
        doNotPerform%.boolean scheduled?Timing,Period,string location.Reference performer*Reference
        product?CodeableConcept,Reference dailyAmount.Quantity quantity.Quantity description.string
        @CareTeam:D identifier^*Identifier status^%.code category^*CodeableConcept name^.string subject^.Reference
        encounter^.Reference period^.Period participant*+ reasonCode*CodeableConcept reasonReference*Reference
        managingOrganization^*Reference telecom*ContactPoint note*Annotation
        @CareTeam.participant:B role^*CodeableConcept member^.Reference onBehalfOf^.Reference period.Period
        @CatalogEntry:D identifier^*Identifier type.CodeableConcept orderable^!.boolean referencedItem^!.Reference
        additionalIdentifier*Identifier classification*CodeableConcept status.code validityPeriod.Period
        validTo.dateTime lastUpdated.dateTime additionalCharacteristic*CodeableConcept
        additionalClassification*CodeableConcept relatedEntry*+
        @CatalogEntry.relatedEntry:B relationtype!.code item!.Reference
        @ChargeItem:D identifier^*Identifier definitionUri*uri definitionCanonical*canonical status^!%.code
        partOf*Reference code^!.CodeableConcept subject^!.Reference context^.Reference
        occurrence^?dateTime,Period,Timing performer*+ performingOrganization.Reference requestingOrganization.Reference
        costCenter.Reference quantity^.Quantity bodysite^*CodeableConcept factorOverride.decimal priceOverride.Money
        overrideReason.string enterer^.Reference enteredDate^.dateTime reason*CodeableConcept service*Reference
        product?Reference,CodeableConcept account^*Reference note*Annotation supportingInformation*Reference
        @ChargeItem.performer:B function.CodeableConcept actor!.Reference
        @ChargeItemDefinition:D url^!.uri identifier^*Identifier version^.string title^.string derivedFromUri^*uri
        partOf^*canonical replaces^*canonical status^!%.code experimental^.boolean date^.dateTime publisher^.string
        contact^*ContactDetail description^.markdown useContext^*UsageContext jurisdiction^*CodeableConcept
        copyright.markdown approvalDate.date lastReviewDate.date effectivePeriod^.Period code^.CodeableConcept
        instance*Reference applicability*+ propertyGroup*+
        @ChargeItemDefinition.applicability:B description.string language.string expression.string
        @ChargeItemDefinition.propertyGroup:B applicability*#ChargeItemDefinition.applicability priceComponent*+
        @ChargeItemDefinition.propertyGroup.priceComponent:B type!.code code.CodeableConcept factor.decimal amount.Money
        @Claim:D identifier*Identifier status^!%.code type^!.CodeableConcept subType.CodeableConcept use^!.code
        patient^!.Reference billablePeriod^.Period created^!.dateTime enterer.Reference insurer^.Reference
        provider^!.Reference priority^!.CodeableConcept fundsReserve.CodeableConcept related*+ prescription.Reference
        originalPrescription.Reference payee.+ referral.Reference facility.Reference careTeam*+ supportingInfo*+
        diagnosis*+ procedure*+ insurance^!*+ accident.+ item*+ total.Money
        @Claim.related:B claim.Reference relationship.CodeableConcept reference.Identifier
        @Claim.payee:B type!.CodeableConcept party.Reference
        @Claim.careTeam:B sequence!.positiveInt provider!.Reference responsible.boolean role.CodeableConcept
        qualification.CodeableConcept
        @Claim.supportingInfo:B sequence!.positiveInt category!.CodeableConcept code.CodeableConcept timing?date,Period
        value?boolean,string,Quantity,Attachment,Reference reason.CodeableConcept
        @Claim.diagnosis:B sequence!.positiveInt diagnosis!?CodeableConcept,Reference type*CodeableConcept
        onAdmission.CodeableConcept packageCode.CodeableConcept
        @Claim.procedure:B sequence!.positiveInt type*CodeableConcept date.dateTime procedure!?CodeableConcept,Reference
        udi*Reference
        @Claim.insurance:B sequence^!.positiveInt focal^!.boolean identifier.Identifier coverage^!.Reference
        businessArrangement.string preAuthRef*string claimResponse.Reference
        @Claim.accident:B date!.date type.CodeableConcept location?Address,Reference
        @Claim.item:B sequence!.positiveInt careTeamSequence*positiveInt diagnosisSequence*positiveInt
        procedureSequence*positiveInt informationSequence*positiveInt revenue.CodeableConcept category.CodeableConcept
        productOrService!.CodeableConcept modifier*CodeableConcept programCode*CodeableConcept serviced?date,Period
        location?CodeableConcept,Address,Reference quantity.Quantity unitPrice.Money factor.decimal net.Money
        udi*Reference bodySite.CodeableConcept subSite*CodeableConcept encounter*Reference detail*+
        @Claim.item.detail:B sequence!.positiveInt revenue.CodeableConcept category.CodeableConcept
        productOrService!.CodeableConcept modifier*CodeableConcept programCode*CodeableConcept quantity.Quantity
        unitPrice.Money factor.decimal net.Money udi*Reference subDetail*+
        @Claim.item.detail.subDetail:B sequence!.positiveInt revenue.CodeableConcept category.CodeableConcept
        productOrService!.CodeableConcept modifier*CodeableConcept programCode*CodeableConcept quantity.Quantity
        unitPrice.Money factor.decimal net.Money udi*Reference
        @ClaimResponse:D identifier*Identifier status^!%.code type^!.CodeableConcept subType.CodeableConcept use^!.code
        patient^!.Reference created^!.dateTime insurer^!.Reference requestor.Reference request^.Reference outcome^!.code
        disposition.string preAuthRef.string preAuthPeriod.Period payeeType.CodeableConcept item*+ addItem*+
        adjudication*#ClaimResponse.item.adjudication total^*+ payment.+ fundsReserve.CodeableConcept
        formCode.CodeableConcept form.Attachment processNote*+ communicationRequest*Reference insurance*+ error*+
        @ClaimResponse.item:B itemSequence!.positiveInt noteNumber*positiveInt adjudication!*+ detail*+
        @ClaimResponse.item.adjudication:B category!.CodeableConcept reason.CodeableConcept amount.Money value.decimal
        @ClaimResponse.item.detail:B detailSequence!.positiveInt noteNumber*positiveInt
        adjudication!*#ClaimResponse.item.adjudication subDetail*+
        @ClaimResponse.item.detail.subDetail:B subDetailSequence!.positiveInt noteNumber*positiveInt
        adjudication*#ClaimResponse.item.adjudication
        @ClaimResponse.addItem:B itemSequence*positiveInt detailSequence*positiveInt subdetailSequence*positiveInt
        provider*Reference productOrService!.CodeableConcept modifier*CodeableConcept programCode*CodeableConcept
        serviced?date,Period location?CodeableConcept,Address,Reference quantity.Quantity unitPrice.Money factor.decimal
        net.Money bodySite.CodeableConcept subSite*CodeableConcept noteNumber*positiveInt
        adjudication!*#ClaimResponse.item.adjudication detail*+
        @ClaimResponse.addItem.detail:B productOrService!.CodeableConcept modifier*CodeableConcept quantity.Quantity
        unitPrice.Money factor.decimal net.Money noteNumber*positiveInt adjudication!*#ClaimResponse.item.adjudication
        subDetail*+
        @ClaimResponse.addItem.detail.subDetail:B productOrService!.CodeableConcept modifier*CodeableConcept
        quantity.Quantity unitPrice.Money factor.decimal net.Money noteNumber*positiveInt
        adjudication!*#ClaimResponse.item.adjudication
        @ClaimResponse.total:B category^!.CodeableConcept amount^!.Money
        @ClaimResponse.payment:B type!.CodeableConcept adjustment.Money adjustmentReason.CodeableConcept date.date
        amount!.Money identifier.Identifier
        @ClaimResponse.processNote:B number.positiveInt type.code text!.string language.CodeableConcept
        @ClaimResponse.insurance:B sequence!.positiveInt focal!.boolean coverage!.Reference businessArrangement.string
        claimResponse.Reference
        @ClaimResponse.error:B itemSequence.positiveInt detailSequence.positiveInt subDetailSequence.positiveInt
        code!.CodeableConcept
        @ClinicalImpression:D identifier^*Identifier status^!%.code statusReason.CodeableConcept code^.CodeableConcept
        description^.string subject^!.Reference encounter^.Reference effective^?dateTime,Period date^.dateTime
        assessor^.Reference previous.Reference problem^*Reference investigation*+ protocol*uri summary.string finding*+
        prognosisCodeableConcept*CodeableConcept prognosisReference*Reference supportingInfo*Reference note*Annotation
        @ClinicalImpression.investigation:B code!.CodeableConcept item*Reference
        @ClinicalImpression.finding:B itemCodeableConcept.CodeableConcept itemReference.Reference basis.string
        @CodeSystem:D url^.uri identifier^*Identifier version^.string name^.string title^.string status^!%.code
        experimental^.boolean date^.dateTime publisher^.string contact^*ContactDetail description.markdown
        useContext^*UsageContext jurisdiction^*CodeableConcept purpose.markdown copyright.markdown
        caseSensitive^.boolean valueSet^.canonical hierarchyMeaning^.code compositional^.boolean versionNeeded^.boolean
        content^!.code supplements^.canonical count^.unsignedInt filter^*+ property^*+ concept*+
        @CodeSystem.filter:B code^!.code description^.string operator^!*code value^!.string
        @CodeSystem.property:B code^!.code uri^.uri description^.string type^!.code
        @CodeSystem.concept:B code!.code display.string definition.string designation*+ property*+
        concept*#CodeSystem.concept
        @CodeSystem.concept.designation:B language.code use.Coding value!.string
        @CodeSystem.concept.property:B code!.code value!?code,Coding,string,integer,boolean,dateTime,decimal
        @CodeableConcept:E coding^*Coding text^.string
        @Coding:E system^.uri version^.string code^.code display^.string userSelected^.boolean
        @Communication:D identifier^*Identifier instantiatesCanonical^*canonical instantiatesUri^*uri basedOn^*Reference
        partOf^*Reference inResponseTo*Reference status^!%.code statusReason^.CodeableConcept category*CodeableConcept
        priority^.code medium*CodeableConcept subject^.Reference topic.CodeableConcept about*Reference
        encounter^.Reference sent.dateTime received.dateTime recipient*Reference sender.Reference
        reasonCode^*CodeableConcept reasonReference^*Reference payload*+ note*Annotation
        @Communication.payload:B content!?string,Attachment,Reference
        @CommunicationRequest:D identifier^*Identifier basedOn^*Reference replaces^*Reference
        groupIdentifier^.Identifier status^!%.code statusReason.CodeableConcept category*CodeableConcept priority^.code
        doNotPerform^%.boolean medium*CodeableConcept subject.Reference about*Reference encounter^.Reference payload*+
        occurrence^?dateTime,Period authoredOn^.dateTime requester^.Reference recipient*Reference sender^.Reference
        reasonCode^*CodeableConcept reasonReference^*Reference note*Annotation
        @CommunicationRequest.payload:B content!?string,Attachment,Reference
        @CompartmentDefinition:D url^!.uri version^.string name^!.string status^!%.code experimental^.boolean
        date^.dateTime publisher^.string contact^*ContactDetail description.markdown useContext^*UsageContext
        purpose.markdown code^!.code search^!.boolean resource^*+
        @CompartmentDefinition.resource:B code^!.code param^*string documentation.string
        @Composition:D identifier^.Identifier status^!%.code type^!.CodeableConcept category^*CodeableConcept
        subject^.Reference encounter^.Reference date^!.dateTime author^!*Reference title^!.string confidentiality^.code
        attester*+ custodian^.Reference relatesTo*+ event^*+ section*+
        @Composition.attester:B mode!.code time.dateTime party.Reference
        @Composition.relatesTo:B code!.code target!?Identifier,Reference
        @Composition.event:B code^*CodeableConcept period^.Period detail^*Reference
        @Composition.section:B title.string code.CodeableConcept author*Reference focus.Reference text.Narrative
        mode.code orderedBy.CodeableConcept entry*Reference emptyReason.CodeableConcept section*#Composition.section
        @ConceptMap:D url^.uri identifier^.Identifier version^.string name^.string title^.string status^!%.code
        experimental^.boolean date^.dateTime publisher^.string contact^*ContactDetail description.markdown
        useContext^*UsageContext jurisdiction^*CodeableConcept purpose.markdown copyright.markdown source^?uri,canonical
        target^?uri,canonical group*+
        @ConceptMap.group:B source.uri sourceVersion.string target.uri targetVersion.string element!*+ unmapped.+
        @ConceptMap.group.element:B code.code display.string target*+
        @ConceptMap.group.element.target:B code.code display.string equivalence!%.code comment.string dependsOn*+
        product*#ConceptMap.group.element.target.dependsOn
        @ConceptMap.group.element.target.dependsOn:B property!.uri system.canonical value!.string display.string
        @ConceptMap.group.unmapped:B mode!.code code.code display.string url.canonical
        @Condition:D identifier^*Identifier clinicalStatus^%.CodeableConcept verificationStatus^%.CodeableConcept
        category*CodeableConcept severity.CodeableConcept code^.CodeableConcept bodySite^*CodeableConcept
        subject^!.Reference encounter^.Reference onset^?dateTime,Age,Period,Range,string
        abatement?dateTime,Age,Period,Range,string recordedDate^.dateTime recorder^.Reference asserter^.Reference
        stage*+ evidence*+ note*Annotation
        @Condition.stage:B summary.CodeableConcept assessment*Reference type.CodeableConcept
        @Condition.evidence:B code^*CodeableConcept detail^*Reference
        @Consent:D identifier^*Identifier status^!%.code scope^!%.CodeableConcept category^!*CodeableConcept
        patient^.Reference dateTime^.dateTime performer^*Reference organization^*Reference source^?Attachment,Reference
        policy*+ policyRule^.CodeableConcept verification^*+ provision^.+
        @Consent.policy:B authority.uri uri.uri
        @Consent.verification:B verified^!.boolean verifiedWith.Reference verificationDate.dateTime
        @Consent.provision:B type^.code period^.Period actor*+ action^*CodeableConcept securityLabel^*Coding
        purpose^*Coding class^*Coding code^*CodeableConcept dataPeriod^.Period data^*+ provision*#Consent.provision
        @Consent.provision.actor:B role!.CodeableConcept reference!.Reference
        @Consent.provision.data:B meaning^!.code reference^!.Reference
        @ContactDetail:E name^.string telecom^*ContactPoint
        @ContactPoint:E system^.code value^.string use^%.code rank^.positiveInt period^.Period
        @Contract:D identifier^*Identifier url.uri version^.string status^%.code legalState.CodeableConcept
        instantiatesCanonical.Reference instantiatesUri.uri contentDerivative.CodeableConcept issued^.dateTime
        applies^.Period expirationType.CodeableConcept subject^*Reference authority*Reference domain*Reference
        site*Reference name^.string title^.string subtitle.string alias*string author.Reference scope.CodeableConcept
        topic?CodeableConcept,Reference type^.CodeableConcept subType^*CodeableConcept contentDefinition.+ term*+
        supportingInfo*Reference relevantHistory*Reference signer*+ friendly*+ legal*+ rule*+
        legallyBinding?Attachment,Reference
        @Contract.contentDefinition:B type!.CodeableConcept subType.CodeableConcept publisher.Reference
        publicationDate.dateTime publicationStatus!.code copyright.markdown
        @Contract.term:B identifier^.Identifier issued^.dateTime applies^.Period topic?CodeableConcept,Reference
        type.CodeableConcept subType.CodeableConcept text^.string securityLabel*+ offer!.+ asset*+ action*+
        group*#Contract.term
        @Contract.term.securityLabel:B number*unsignedInt classification!.Coding category*Coding control*Coding
        @Contract.term.offer:B identifier*Identifier party*+ topic^.Reference type.CodeableConcept
        decision.CodeableConcept decisionMode*CodeableConcept answer*+ text.string linkId*string
        securityLabelNumber*unsignedInt
        @Contract.term.offer.party:B reference!*Reference role!.CodeableConcept
        @Contract.term.offer.answer:B
        value!?boolean,decimal,integer,date,dateTime,time,string,uri,Attachment,Coding,Quantity,Reference
        @Contract.term.asset:B scope.CodeableConcept type*CodeableConcept typeReference*Reference
        subtype*CodeableConcept relationship.Coding context*+ condition.string periodType*CodeableConcept period*Period
        usePeriod*Period text.string linkId*string answer*#Contract.term.offer.answer securityLabelNumber*unsignedInt
        valuedItem*+
        @Contract.term.asset.context:B reference.Reference code*CodeableConcept text.string
        @Contract.term.asset.valuedItem:B entity?CodeableConcept,Reference identifier.Identifier effectiveTime.dateTime
        quantity.Quantity unitPrice.Money factor.decimal points.decimal net.Money payment.string paymentDate.dateTime
        responsible.Reference recipient.Reference linkId*string securityLabelNumber*unsignedInt
        @Contract.term.action:B doNotPerform%.boolean type!.CodeableConcept subject*+ intent!.CodeableConcept
        linkId*string status!.CodeableConcept context.Reference contextLinkId*string occurrence?dateTime,Period,Timing
        requester*Reference requesterLinkId*string performerType*CodeableConcept performerRole.CodeableConcept
        performer.Reference performerLinkId*string reasonCode*CodeableConcept reasonReference*Reference reason*string
        reasonLinkId*string note*Annotation securityLabelNumber*unsignedInt
        @Contract.term.action.subject:B reference!*Reference role.CodeableConcept
        @Contract.signer:B type!.Coding party!.Reference signature!*Signature
        @Contract.friendly:B content!?Attachment,Reference
        @Contract.legal:B content!?Attachment,Reference
        @Contract.rule:B content!?Attachment,Reference
        @Contributor:E type^!.code name^!.string contact^*ContactDetail
        @Count:E value^.decimal comparator^%.code unit^.string system^.uri code^.code
        @Coverage:D identifier^*Identifier status^!%.code type^.CodeableConcept policyHolder^.Reference
        subscriber^.Reference subscriberId^.string beneficiary^!.Reference dependent^.string
        relationship.CodeableConcept period^.Period payor^!*Reference class*+ order^.positiveInt network^.string
        costToBeneficiary*+ subrogation.boolean contract*Reference
        @Coverage.class:B type^!.CodeableConcept value^!.string name^.string
        @Coverage.costToBeneficiary:B type^.CodeableConcept value^!?Quantity,Money exception*+
        @Coverage.costToBeneficiary.exception:B type^!.CodeableConcept period^.Period
        @CoverageEligibilityRequest:D identifier*Identifier status^!%.code priority.CodeableConcept purpose^!*code
        patient^!.Reference serviced?date,Period created^!.dateTime enterer.Reference provider.Reference
        insurer^!.Reference facility.Reference supportingInfo*+ insurance*+ item*+
        @CoverageEligibilityRequest.supportingInfo:B sequence!.positiveInt information!.Reference appliesToAll.boolean
        @CoverageEligibilityRequest.insurance:B focal.boolean coverage!.Reference businessArrangement.string
        @CoverageEligibilityRequest.item:B supportingInfoSequence*positiveInt category.CodeableConcept
        productOrService.CodeableConcept modifier*CodeableConcept provider.Reference quantity.Quantity unitPrice.Money
        facility.Reference diagnosis*+ detail*Reference
        @CoverageEligibilityRequest.item.diagnosis:B diagnosis?CodeableConcept,Reference
        @CoverageEligibilityResponse:D identifier*Identifier status^!%.code purpose^!*code patient^!.Reference
        serviced?date,Period created^!.dateTime requestor.Reference request^!.Reference outcome^!.code
        disposition.string insurer^!.Reference insurance*+ preAuthRef.string form.CodeableConcept error*+
        @CoverageEligibilityResponse.insurance:B coverage^!.Reference inforce.boolean benefitPeriod.Period item*+
        @CoverageEligibilityResponse.insurance.item:B category.CodeableConcept productOrService.CodeableConcept
        modifier*CodeableConcept provider.Reference excluded.boolean name.string description.string
        network.CodeableConcept unit.CodeableConcept term.CodeableConcept benefit*+ authorizationRequired.boolean
        authorizationSupporting*CodeableConcept authorizationUrl.uri
        @CoverageEligibilityResponse.insurance.item.benefit:B type!.CodeableConcept allowed?unsignedInt,string,Money
        used?unsignedInt,string,Money
        @CoverageEligibilityResponse.error:B code!.CodeableConcept
        @DataRequirement:E type^!.code profile^*canonical subject^?CodeableConcept,Reference mustSupport^*string
        codeFilter^*+ dateFilter^*+ limit^.positiveInt sort^*+
        @DataRequirement.codeFilter:E path^.string searchParam^.string valueSet^.canonical code^*Coding
        @DataRequirement.dateFilter:E path^.string searchParam^.string value^?dateTime,Period,Duration
        @DataRequirement.sort:E path^!.string direction^!.code
        @DetectedIssue:D identifier^*Identifier status^!%.code code^.CodeableConcept severity^.code patient^.Reference
        identified^?dateTime,Period author^.Reference implicated^*Reference evidence*+ detail.string reference.uri
        mitigation*+
        @DetectedIssue.evidence:B code*CodeableConcept detail*Reference
        @DetectedIssue.mitigation:B action!.CodeableConcept date.dateTime author.Reference
        @Device:D identifier*Identifier definition.Reference udiCarrier^*+ status^%.code statusReason*CodeableConcept
        distinctIdentifier.string manufacturer.string manufactureDate.dateTime expirationDate.dateTime lotNumber.string
        serialNumber.string deviceName*+ modelNumber.string partNumber.string type.CodeableConcept specialization*+
        version*+ property*+ patient.Reference owner.Reference contact*ContactPoint location.Reference url.uri
        note*Annotation safety^*CodeableConcept parent.Reference
        @Device.udiCarrier:B deviceIdentifier^.string issuer.uri jurisdiction.uri carrierAIDC^.base64Binary
        carrierHRF^.string entryType.code
        @Device.deviceName:B name!.string type!.code
        @Device.specialization:B systemType!.CodeableConcept version.string
        @Device.version:B type.CodeableConcept component.Identifier value!.string
        @Device.property:B type!.CodeableConcept valueQuantity*Quantity valueCode*CodeableConcept
        @DeviceDefinition:D identifier*Identifier udiDeviceIdentifier*+ manufacturer?string,Reference deviceName*+
        modelNumber.string type.CodeableConcept specialization*+ version*string safety^*CodeableConcept
        shelfLifeStorage*ProductShelfLife physicalCharacteristics.ProdCharacteristic languageCode*CodeableConcept
        capability*+ property*+ owner.Reference contact*ContactPoint url.uri onlineInformation.uri note*Annotation
        quantity.Quantity parentDevice^.Reference material*+
        @DeviceDefinition.udiDeviceIdentifier:B deviceIdentifier!.string issuer!.uri jurisdiction!.uri
        @DeviceDefinition.deviceName:B name!.string type!.code
        @DeviceDefinition.specialization:B systemType!.string version.string
        @DeviceDefinition.capability:B type!.CodeableConcept description*CodeableConcept
        @DeviceDefinition.property:B type!.CodeableConcept valueQuantity*Quantity valueCode*CodeableConcept
        @DeviceDefinition.material:B substance!.CodeableConcept alternate.boolean allergenicIndicator.boolean
        @DeviceMetric:D identifier^*Identifier type^!.CodeableConcept unit^.CodeableConcept source^.Reference
        parent^.Reference operationalStatus^.code color^.code category^!.code measurementPeriod^.Timing calibration^*+
        @DeviceMetric.calibration:B type^.code state^.code time^.instant
        @DeviceRequest:D identifier^*Identifier instantiatesCanonical^*canonical instantiatesUri^*uri basedOn^*Reference
        priorRequest^*Reference groupIdentifier^.Identifier status^%.code intent^!%.code priority^.code
        code^!?Reference,CodeableConcept parameter*+ subject^!.Reference encounter^.Reference
        occurrence^?dateTime,Period,Timing authoredOn^.dateTime requester^.Reference performerType^.CodeableConcept
        performer^.Reference reasonCode^*CodeableConcept reasonReference^*Reference insurance*Reference
        supportingInfo*Reference note*Annotation relevantHistory*Reference
        @DeviceRequest.parameter:B code.CodeableConcept value?CodeableConcept,Quantity,Range,boolean
        @DeviceUseStatement:D identifier^*Identifier basedOn^*Reference status^!%.code subject^!.Reference
        derivedFrom^*Reference timing^?Timing,Period,dateTime recordedOn^.dateTime source^.Reference device^!.Reference
        reasonCode^*CodeableConcept reasonReference^*Reference bodySite^.CodeableConcept note*Annotation
        @DiagnosticReport:D identifier^*Identifier basedOn*Reference status^!%.code category^*CodeableConcept
        code^!.CodeableConcept subject^.Reference encounter^.Reference effective^?dateTime,Period issued^.instant
        performer^*Reference resultsInterpreter^*Reference specimen*Reference result*Reference imagingStudy*Reference
        media^*+ conclusion.string conclusionCode*CodeableConcept presentedForm*Attachment
        @DiagnosticReport.media:B comment.string link^!.Reference
        @Distance:E value^.decimal comparator^%.code unit^.string system^.uri code^.code
        @DocumentManifest:D masterIdentifier^.Identifier identifier^*Identifier status^!%.code type^.CodeableConcept
        subject^.Reference created.dateTime author^*Reference recipient*Reference source.uri description^.string
        content^!*Reference related*+
        @DocumentManifest.related:B identifier.Identifier ref.Reference
        @DocumentReference:D masterIdentifier^.Identifier identifier^*Identifier status^!%.code docStatus^.code
        type^.CodeableConcept category^*CodeableConcept subject^.Reference date^.instant author^*Reference
        authenticator.Reference custodian.Reference relatesTo^*+ description^.string securityLabel^*CodeableConcept
        content^!*+ context^.+
        @DocumentReference.relatesTo:B code^!.code target^!.Reference
        @DocumentReference.content:B attachment^!.Attachment format^.Coding
        @DocumentReference.context:B encounter*Reference event*CodeableConcept period^.Period
        facilityType.CodeableConcept practiceSetting.CodeableConcept sourcePatientInfo.Reference related*Reference
        @DomainResource:D
        @Dosage:B sequence^.integer text^.string additionalInstruction^*CodeableConcept patientInstruction^.string
        timing^.Timing asNeeded^?boolean,CodeableConcept site^.CodeableConcept route^.CodeableConcept
        method^.CodeableConcept doseAndRate^*+ maxDosePerPeriod^.Ratio maxDosePerAdministration^.Quantity
        maxDosePerLifetime^.Quantity
        @Dosage.doseAndRate:E type^.CodeableConcept dose^?Range,Quantity rate^?Ratio,Range,Quantity
        @Duration:E value^.decimal comparator^%.code unit^.string system^.uri code^.code
        @EffectEvidenceSynthesis:D url^.uri identifier^*Identifier version^.string name^.string title^.string
        status^!%.code date^.dateTime publisher^.string contact^*ContactDetail description^.markdown note*Annotation
        useContext^*UsageContext jurisdiction^*CodeableConcept copyright.markdown approvalDate.date lastReviewDate.date
        effectivePeriod^.Period topic*CodeableConcept author*ContactDetail editor*ContactDetail reviewer*ContactDetail
        endorser*ContactDetail relatedArtifact*RelatedArtifact synthesisType.CodeableConcept studyType.CodeableConcept
        population^!.Reference exposure^!.Reference exposureAlternative^!.Reference outcome^!.Reference sampleSize.+
        resultsByExposure*+ effectEstimate^*+ certainty*+
        @EffectEvidenceSynthesis.sampleSize:B description.string numberOfStudies.integer numberOfParticipants.integer
        @EffectEvidenceSynthesis.resultsByExposure:B description.string exposureState.code variantState.CodeableConcept
        riskEvidenceSynthesis!.Reference
        @EffectEvidenceSynthesis.effectEstimate:B description.string type.CodeableConcept variantState.CodeableConcept
        value.decimal unitOfMeasure.CodeableConcept precisionEstimate*+
        @EffectEvidenceSynthesis.effectEstimate.precisionEstimate:B type.CodeableConcept level.decimal from.decimal
        to.decimal
        @EffectEvidenceSynthesis.certainty:B rating*CodeableConcept note*Annotation certaintySubcomponent*+
        @EffectEvidenceSynthesis.certainty.certaintySubcomponent:B type.CodeableConcept rating*CodeableConcept
        note*Annotation
        @Element:E
        @ElementDefinition:B path^!.string representation^*code sliceName^.string sliceIsConstraining^.boolean
        label^.string code^*Coding slicing^.+ short^.string definition^.markdown comment^.markdown
        requirements^.markdown alias^*string min^.unsignedInt max^.string base^.+ contentReference^.uri type^*+
        defaultValue^?base64Binary,boolean,canonical,code,date,dateTime,decimal,id,instant,integer,markdown,oid,
        positiveInt,string,time,unsignedInt,uri,url,uuid,Address,Age,Annotation,Attachment,CodeableConcept,Coding,
        ContactPoint,Count,Distance,Duration,HumanName,Identifier,Money,Period,Quantity,Range,Ratio,Reference,
        SampledData,Signature,Timing,ContactDetail,Contributor,DataRequirement,Expression,ParameterDefinition,
        RelatedArtifact,TriggerDefinition,UsageContext,Dosage,Meta meaningWhenMissing^.markdown orderMeaning^.string
        fixed^?base64Binary,boolean,canonical,code,date,dateTime,decimal,id,instant,integer,markdown,oid,positiveInt,
        string,time,unsignedInt,uri,url,uuid,Address,Age,Annotation,Attachment,CodeableConcept,Coding,ContactPoint,
        Count,Distance,Duration,HumanName,Identifier,Money,Period,Quantity,Range,Ratio,Reference,SampledData,Signature,
        Timing,ContactDetail,Contributor,DataRequirement,Expression,ParameterDefinition,RelatedArtifact,
        TriggerDefinition,UsageContext,Dosage,Meta
        pattern^?base64Binary,boolean,canonical,code,date,dateTime,decimal,id,instant,integer,markdown,oid,positiveInt,
        string,time,unsignedInt,uri,url,uuid,Address,Age,Annotation,Attachment,CodeableConcept,Coding,ContactPoint,
        Count,Distance,Duration,HumanName,Identifier,Money,Period,Quantity,Range,Ratio,Reference,SampledData,Signature,
        Timing,ContactDetail,Contributor,DataRequirement,Expression,ParameterDefinition,RelatedArtifact,
        TriggerDefinition,UsageContext,Dosage,Meta example^*+
        minValue^?date,dateTime,instant,time,decimal,integer,positiveInt,unsignedInt,Quantity
        maxValue^?date,dateTime,instant,time,decimal,integer,positiveInt,unsignedInt,Quantity maxLength^.integer
        condition^*id constraint^*+ mustSupport^.boolean isModifier^.boolean isModifierReason^.string isSummary^.boolean
        binding^.+ mapping^*+
        """
}
