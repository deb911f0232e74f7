// Written by scripts/generate-fhir-tables; change that, not this.

extension DefinitionText {
    /// Nodes and their elements; `Schema` reads it.
    static let structuresThree = """
        @MessageDefinition.focus:B code^!.code profile.canonical min^!.unsignedInt max.string
        @MessageDefinition.allowedResponse:B message!.canonical situation.markdown
        @MessageHeader:D event^!?Coding,uri destination^*+ sender^.Reference enterer^.Reference author^.Reference
        source^!.+ responsible^.Reference reason^.CodeableConcept response^.+ focus^*Reference definition^.canonical
        @MessageHeader.destination:B name^.string target^.Reference endpoint^!.url receiver^.Reference
        @MessageHeader.source:B name^.string software^.string version^.string contact^.ContactPoint endpoint^!.url
        @MessageHeader.response:B identifier^!.id code^!.code details^.Reference
        @Meta:E versionId^.id lastUpdated^.instant source^.uri profile^*canonical security^*Coding tag^*Coding
        @MolecularSequence:D identifier^*Identifier type^.code coordinateSystem^!.integer patient^.Reference
        specimen^.Reference device^.Reference performer^.Reference quantity^.Quantity referenceSeq^.+ variant^*+
        observedSeq^.string quality^*+ readCoverage^.integer repository^*+ pointer^*Reference structureVariant^*+
        @MolecularSequence.referenceSeq:B chromosome^.CodeableConcept genomeBuild^.string orientation^.code
        referenceSeqId^.CodeableConcept referenceSeqPointer^.Reference referenceSeqString^.string strand^.code
        windowStart^.integer windowEnd^.integer
        @MolecularSequence.variant:B start^.integer end^.integer observedAllele^.string referenceAllele^.string
        cigar^.string variantPointer^.Reference
        @MolecularSequence.quality:B type^!.code standardSequence^.CodeableConcept start^.integer end^.integer
        score^.Quantity method^.CodeableConcept truthTP^.decimal queryTP^.decimal truthFN^.decimal queryFP^.decimal
        gtFP^.decimal precision^.decimal recall^.decimal fScore^.decimal roc^.+
        @MolecularSequence.quality.roc:B score^*integer numTP^*integer numFP^*integer numFN^*integer precision^*decimal
        sensitivity^*decimal fMeasure^*decimal
        @MolecularSequence.repository:B type^!.code url^.uri name^.string datasetId^.string variantsetId^.string
        readsetId^.string
        @MolecularSequence.structureVariant:B variantType^.CodeableConcept exact^.boolean length^.integer outer^.+
        inner^.+
        @MolecularSequence.structureVariant.outer:B start^.integer end^.integer
        @MolecularSequence.structureVariant.inner:B start^.integer end^.integer
        @Money:E value^.decimal currency^.code
        @NamingSystem:D name^!.string status^!%.code kind^!.code date^!.dateTime publisher^.string
        contact^*ContactDetail responsible.string type.CodeableConcept description.markdown useContext^*UsageContext
        jurisdiction^*CodeableConcept usage.string uniqueId^!*+
        @NamingSystem.uniqueId:B type^!.code value^!.string preferred.boolean comment.string period.Period
        @Narrative:E status!.code div!.xhtml
        @NutritionOrder:D identifier*Identifier instantiatesCanonical^*canonical instantiatesUri^*uri instantiates*uri
        status^!%.code intent^!%.code patient^!.Reference encounter.Reference dateTime^!.dateTime orderer^.Reference
        allergyIntolerance*Reference foodPreferenceModifier*CodeableConcept excludeFoodModifier*CodeableConcept
        oralDiet.+ supplement*+ enteralFormula.+ note*Annotation
        @NutritionOrder.oralDiet:B type^*CodeableConcept schedule*Timing nutrient*+ texture*+
        fluidConsistencyType*CodeableConcept instruction^.string
        @NutritionOrder.oralDiet.nutrient:B modifier.CodeableConcept amount.Quantity
        @NutritionOrder.oralDiet.texture:B modifier.CodeableConcept foodType.CodeableConcept
        @NutritionOrder.supplement:B type^.CodeableConcept productName.string schedule*Timing quantity.Quantity
        instruction^.string
        @NutritionOrder.enteralFormula:B baseFormulaType^.CodeableConcept baseFormulaProductName.string
        additiveType.CodeableConcept additiveProductName.string caloricDensity.Quantity
        routeofAdministration.CodeableConcept administration*+ maxVolumeToDeliver.Quantity
        administrationInstruction^.string
        @NutritionOrder.enteralFormula.administration:B schedule.Timing quantity.Quantity rate?Quantity,Ratio
        @Observation:D identifier^*Identifier basedOn^*Reference partOf^*Reference status^!%.code
        category*CodeableConcept code^!.CodeableConcept subject^.Reference focus^*Reference encounter^.Reference
        effective^?dateTime,Period,Timing,instant issued^.instant performer^*Reference
        value^?Quantity,CodeableConcept,string,boolean,integer,Range,Ratio,SampledData,time,dateTime,Period
        dataAbsentReason.CodeableConcept interpretation*CodeableConcept note*Annotation bodySite.CodeableConcept
        method.CodeableConcept specimen.Reference device.Reference referenceRange*+ hasMember^*Reference
        derivedFrom^*Reference component^*+
        @Observation.referenceRange:B low.Quantity high.Quantity type.CodeableConcept appliesTo*CodeableConcept
        age.Range text.string
        @Observation.component:B code^!.CodeableConcept
        value^?Quantity,CodeableConcept,string,boolean,integer,Range,Ratio,SampledData,time,dateTime,Period
        dataAbsentReason.CodeableConcept interpretation*CodeableConcept referenceRange*#Observation.referenceRange
        @ObservationDefinition:D category^*CodeableConcept code^!.CodeableConcept identifier^*Identifier
        permittedDataType*code multipleResultsAllowed.boolean method.CodeableConcept preferredReportName.string
        quantitativeDetails.+ qualifiedInterval*+ validCodedValueSet.Reference normalCodedValueSet.Reference
        abnormalCodedValueSet.Reference criticalCodedValueSet.Reference
        @ObservationDefinition.quantitativeDetails:B customaryUnit.CodeableConcept unit.CodeableConcept
        conversionFactor.decimal decimalPrecision.integer
        @ObservationDefinition.qualifiedInterval:B category.code range.Range context.CodeableConcept
        appliesTo*CodeableConcept gender.code age.Range gestationalAge.Range condition.string
        @OperationDefinition:D url^.uri version^.string name^!.string title^.string status^!%.code kind^!.code
        experimental^.boolean date^.dateTime publisher^.string contact^*ContactDetail description.markdown
        useContext^*UsageContext jurisdiction^*CodeableConcept purpose.markdown affectsState^.boolean code^!.code
        comment.markdown base^.canonical resource^*code system^!.boolean type^!.boolean instance^!.boolean
        inputProfile.canonical outputProfile.canonical parameter*+ overload*+
        @OperationDefinition.parameter:B name!.code use!.code min!.integer max!.string documentation.string type.code
        targetProfile*canonical searchType.code binding.+ referencedFrom*+ part*#OperationDefinition.parameter
        @OperationDefinition.parameter.binding:B strength!.code valueSet!.canonical
        @OperationDefinition.parameter.referencedFrom:B source!.string sourceId.string
        @OperationDefinition.overload:B parameterName*string comment.string
        @OperationOutcome:D issue^!*+
        @OperationOutcome.issue:B severity^!.code code^!.code details^.CodeableConcept diagnostics^.string
        location^*string expression^*string
        @Organization:D identifier^*Identifier active^%.boolean type^*CodeableConcept name^.string alias*string
        telecom*ContactPoint address*Address partOf^.Reference contact*+ endpoint*Reference
        @Organization.contact:B purpose.CodeableConcept name.HumanName telecom*ContactPoint address.Address
        @OrganizationAffiliation:D identifier^*Identifier active^.boolean period^.Period organization^.Reference
        participatingOrganization^.Reference network^*Reference code^*CodeableConcept specialty^*CodeableConcept
        location^*Reference healthcareService*Reference telecom^*ContactPoint endpoint*Reference
        @ParameterDefinition:E name^.code use^!.code min^.integer max^.string documentation^.string type^!.code
        profile^.canonical
        @Parameters:R parameter^*+
        @Parameters.parameter:B name^!.string
        value^?base64Binary,boolean,canonical,code,date,dateTime,decimal,id,instant,integer,markdown,oid,positiveInt,
        string,time,unsignedInt,uri,url,uuid,Address,Age,Annotation,Attachment,CodeableConcept,Coding,ContactPoint,
        Count,Distance,Duration,HumanName,Identifier,Money,Period,Quantity,Range,Ratio,Reference,SampledData,Signature,
        Timing,ContactDetail,Contributor,DataRequirement,Expression,ParameterDefinition,RelatedArtifact,
        TriggerDefinition,UsageContext,Dosage,Meta resource^.Resource part^*#Parameters.parameter
        @Patient:D identifier^*Identifier active^%.boolean name^*HumanName telecom^*ContactPoint gender^.code
        birthDate^.date deceased^%?boolean,dateTime address^*Address maritalStatus.CodeableConcept
        multipleBirth?boolean,integer photo*Attachment contact*+ communication*+ generalPractitioner*Reference
        managingOrganization^.Reference link^%*+
        @Patient.contact:B relationship*CodeableConcept name.HumanName telecom*ContactPoint address.Address gender.code
        organization.Reference period.Period
        @Patient.communication:B language!.CodeableConcept preferred.boolean
        @Patient.link:B other^!.Reference type^!.code
        @PaymentNotice:D identifier*Identifier status^!%.code request.Reference response.Reference created^!.dateTime
        provider.Reference payment^!.Reference paymentDate.date payee.Reference recipient^!.Reference amount^!.Money
        paymentStatus.CodeableConcept
        @PaymentReconciliation:D identifier*Identifier status^!%.code period^.Period created^!.dateTime
        paymentIssuer^.Reference request.Reference requestor.Reference outcome.code disposition.string
        paymentDate^!.date paymentAmount^!.Money paymentIdentifier.Identifier detail*+ formCode.CodeableConcept
        processNote*+
        @PaymentReconciliation.detail:B identifier.Identifier predecessor.Identifier type!.CodeableConcept
        request.Reference submitter.Reference response.Reference date.date responsible.Reference payee.Reference
        amount.Money
        @PaymentReconciliation.processNote:B type.code text.string
        @Period:E start^.dateTime end^.dateTime
        @Person:D identifier*Identifier name^*HumanName telecom^*ContactPoint gender^.code birthDate^.date
        address*Address photo.Attachment managingOrganization^.Reference active^%.boolean link*+
        @Person.link:B target!.Reference assurance.code
        @PlanDefinition:D url^.uri identifier^*Identifier version^.string name^.string title^.string subtitle.string
        type^.CodeableConcept status^!%.code experimental^.boolean subject?CodeableConcept,Reference date^.dateTime
        publisher^.string contact^*ContactDetail description^.markdown useContext^*UsageContext
        jurisdiction^*CodeableConcept purpose.markdown usage.string copyright.markdown approvalDate.date
        lastReviewDate.date effectivePeriod^.Period topic*CodeableConcept author*ContactDetail editor*ContactDetail
        reviewer*ContactDetail endorser*ContactDetail relatedArtifact*RelatedArtifact library*canonical goal*+ action*+
        @PlanDefinition.goal:B category.CodeableConcept description!.CodeableConcept priority.CodeableConcept
        start.CodeableConcept addresses*CodeableConcept documentation*RelatedArtifact target*+
        @PlanDefinition.goal.target:B measure.CodeableConcept detail?Quantity,Range,CodeableConcept due.Duration
        @PlanDefinition.action:B prefix.string title.string description.string textEquivalent.string priority.code
        code*CodeableConcept reason*CodeableConcept documentation*RelatedArtifact goalId*id
        subject?CodeableConcept,Reference trigger*TriggerDefinition condition*+ input*DataRequirement
        output*DataRequirement relatedAction*+ timing?dateTime,Age,Period,Duration,Range,Timing participant*+
        type.CodeableConcept groupingBehavior.code selectionBehavior.code requiredBehavior.code precheckBehavior.code
        cardinalityBehavior.code definition?canonical,uri transform.canonical dynamicValue*+
        action*#PlanDefinition.action
        @PlanDefinition.action.condition:B kind!.code expression.Expression
        @PlanDefinition.action.relatedAction:B actionId!.id relationship!.code offset?Duration,Range
        @PlanDefinition.action.participant:B type!.code role.CodeableConcept
        @PlanDefinition.action.dynamicValue:B path.string expression.Expression
        @Population:B age^?Range,CodeableConcept gender^.CodeableConcept race^.CodeableConcept
        physiologicalCondition^.CodeableConcept
        @Practitioner:D identifier^*Identifier active^.boolean name^*HumanName telecom^*ContactPoint address^*Address
        gender^.code birthDate^.date photo*Attachment qualification*+ communication*CodeableConcept
        @Practitioner.qualification:B identifier*Identifier code!.CodeableConcept period.Period issuer.Reference
        @PractitionerRole:D identifier^*Identifier active^.boolean period^.Period practitioner^.Reference
        organization^.Reference code^*CodeableConcept specialty^*CodeableConcept location^*Reference
        healthcareService*Reference telecom^*ContactPoint availableTime*+ notAvailable*+ availabilityExceptions.string
        endpoint*Reference
        @PractitionerRole.availableTime:B daysOfWeek*code allDay.boolean availableStartTime.time availableEndTime.time
        @PractitionerRole.notAvailable:B description!.string during.Period
        @Procedure:D identifier^*Identifier instantiatesCanonical^*canonical instantiatesUri^*uri basedOn^*Reference
        partOf^*Reference status^!%.code statusReason^.CodeableConcept category^.CodeableConcept code^.CodeableConcept
        subject^!.Reference encounter^.Reference performed^?dateTime,Period,string,Age,Range recorder^.Reference
        asserter^.Reference performer^*+ location^.Reference reasonCode^*CodeableConcept reasonReference^*Reference
        bodySite^*CodeableConcept outcome^.CodeableConcept report*Reference complication*CodeableConcept
        complicationDetail*Reference followUp*CodeableConcept note*Annotation focalDevice*+ usedReference*Reference
        usedCode*CodeableConcept
        @Procedure.performer:B function^.CodeableConcept actor^!.Reference onBehalfOf.Reference
        @Procedure.focalDevice:B action.CodeableConcept manipulated!.Reference
        @ProdCharacteristic:B height^.Quantity width^.Quantity depth^.Quantity weight^.Quantity nominalVolume^.Quantity
        externalDiameter^.Quantity shape^.string color^*string imprint^*string image^*Attachment
        scoring^.CodeableConcept
        @ProductShelfLife:B identifier^.Identifier type^!.CodeableConcept period^!.Quantity
        specialPrecautionsForStorage^*CodeableConcept
        @Provenance:D target^!*Reference occurred?Period,dateTime recorded^!.instant policy*uri location.Reference
        reason*CodeableConcept activity.CodeableConcept agent!*+ entity*+ signature*Signature
        @Provenance.agent:B type^.CodeableConcept role*CodeableConcept who^!.Reference onBehalfOf.Reference
        @Provenance.entity:B role^!.code what^!.Reference agent*#Provenance.agent
        @Quantity:E value^.decimal comparator^%.code unit^.string system^.uri code^.code
        @Questionnaire:D url^.uri identifier^*Identifier version^.string name^.string title^.string
        derivedFrom*canonical status^!%.code experimental^.boolean subjectType^*code date^.dateTime publisher^.string
        contact^*ContactDetail description.markdown useContext^*UsageContext jurisdiction^*CodeableConcept
        purpose.markdown copyright.markdown approvalDate.date lastReviewDate.date effectivePeriod^.Period code^*Coding
        item*+
        @Questionnaire.item:B linkId!.string definition.uri code*Coding prefix.string text.string type!.code
        enableWhen%*+ enableBehavior.code required.boolean repeats.boolean readOnly.boolean maxLength.integer
        answerValueSet.canonical answerOption*+ initial*+ item*#Questionnaire.item
        @Questionnaire.item.enableWhen:B question!.string operator!.code
        answer!?boolean,decimal,integer,date,dateTime,time,string,Coding,Quantity,Reference
        @Questionnaire.item.answerOption:B value!?integer,date,time,string,Coding,Reference initialSelected.boolean
        @Questionnaire.item.initial:B
        value!?boolean,decimal,integer,date,dateTime,time,string,uri,Attachment,Coding,Quantity,Reference
        @QuestionnaireResponse:D identifier^.Identifier basedOn^*Reference partOf^*Reference questionnaire^.canonical
        status^!%.code subject^.Reference encounter^.Reference authored^.dateTime author^.Reference source^.Reference
        item*+
        @QuestionnaireResponse.item:B linkId!.string definition.uri text.string answer*+
        item*#QuestionnaireResponse.item
        @QuestionnaireResponse.item.answer:B
        value?boolean,decimal,integer,date,dateTime,time,string,uri,Attachment,Coding,Quantity,Reference
        item*#QuestionnaireResponse.item
        @Range:E low^.Quantity high^.Quantity
        @Ratio:E numerator^.Quantity denominator^.Quantity
        @Reference:E reference^.string type^.uri identifier^.Identifier display^.string
        @RelatedArtifact:E type^!.code label^.string display^.string citation^.markdown url^.url document^.Attachment
        resource^.canonical
        @RelatedPerson:D identifier^*Identifier active^%.boolean patient^!.Reference relationship^*CodeableConcept
        name^*HumanName telecom^*ContactPoint gender^.code birthDate^.date address^*Address photo*Attachment
        period.Period communication*+
        @RelatedPerson.communication:B language!.CodeableConcept preferred.boolean
        @RequestGroup:D identifier^*Identifier instantiatesCanonical^*canonical instantiatesUri^*uri basedOn*Reference
        replaces*Reference groupIdentifier^.Identifier status^!%.code intent^!%.code priority^.code
        code^.CodeableConcept subject.Reference encounter.Reference authoredOn.dateTime author.Reference
        reasonCode*CodeableConcept reasonReference*Reference note*Annotation action*+
        @RequestGroup.action:B prefix.string title.string description^.string textEquivalent^.string priority.code
        code*CodeableConcept documentation*RelatedArtifact condition*+ relatedAction*+
        timing?dateTime,Age,Period,Duration,Range,Timing participant*Reference type.CodeableConcept
        groupingBehavior.code selectionBehavior.code requiredBehavior.code precheckBehavior.code
        cardinalityBehavior.code resource.Reference action*#RequestGroup.action
        @RequestGroup.action.condition:B kind!.code expression.Expression
        @RequestGroup.action.relatedAction:B actionId!.id relationship!.code offset?Duration,Range
        @ResearchDefinition:D url^.uri identifier^*Identifier version^.string name^.string title^.string
        shortTitle.string subtitle.string status^!%.code experimental^.boolean subject?CodeableConcept,Reference
        date^.dateTime publisher^.string contact^*ContactDetail description^.markdown comment*string
        useContext^*UsageContext jurisdiction^*CodeableConcept purpose.markdown usage.string copyright.markdown
        approvalDate.date lastReviewDate.date effectivePeriod^.Period topic*CodeableConcept author*ContactDetail
        editor*ContactDetail reviewer*ContactDetail endorser*ContactDetail relatedArtifact*RelatedArtifact
        library*canonical population^!.Reference exposure^.Reference exposureAlternative^.Reference outcome^.Reference
        @ResearchElementDefinition:D url^.uri identifier^*Identifier version^.string name^.string title^.string
        shortTitle^.string subtitle.string status^!%.code experimental^.boolean subject?CodeableConcept,Reference
        date^.dateTime publisher^.string contact^*ContactDetail description^.markdown comment*string
        useContext^*UsageContext jurisdiction^*CodeableConcept purpose.markdown usage.string copyright.markdown
        approvalDate.date lastReviewDate.date effectivePeriod^.Period topic*CodeableConcept author*ContactDetail
        editor*ContactDetail reviewer*ContactDetail endorser*ContactDetail relatedArtifact*RelatedArtifact
        library*canonical type^!.code variableType.code characteristic^!*+
        @ResearchElementDefinition.characteristic:B definition^!?CodeableConcept,canonical,Expression,DataRequirement
        usageContext*UsageContext exclude.boolean unitOfMeasure.CodeableConcept studyEffectiveDescription.string
        studyEffective?dateTime,Period,Duration,Timing studyEffectiveTimeFromStart.Duration
        studyEffectiveGroupMeasure.code participantEffectiveDescription.string
        participantEffective?dateTime,Period,Duration,Timing participantEffectiveTimeFromStart.Duration
        participantEffectiveGroupMeasure.code
        @ResearchStudy:D identifier^*Identifier title^.string protocol^*Reference partOf^*Reference status^!%.code
        primaryPurposeType^.CodeableConcept phase^.CodeableConcept category^*CodeableConcept focus^*CodeableConcept
        condition^*CodeableConcept contact^*ContactDetail relatedArtifact*RelatedArtifact keyword^*CodeableConcept
        location^*CodeableConcept description.markdown enrollment^*Reference period^.Period sponsor^.Reference
        principalInvestigator^.Reference site^*Reference reasonStopped^.CodeableConcept note*Annotation arm*+
        objective*+
        @ResearchStudy.arm:B name!.string type.CodeableConcept description.string
        @ResearchStudy.objective:B name.string type.CodeableConcept
        @ResearchSubject:D identifier^*Identifier status^!%.code period^.Period study^!.Reference individual^!.Reference
        assignedArm.string actualArm.string consent.Reference
        @Resource:R
        @RiskAssessment:D identifier^*Identifier basedOn.Reference parent.Reference status^!.code
        method^.CodeableConcept code^.CodeableConcept subject^!.Reference encounter^.Reference
        occurrence^?dateTime,Period condition^.Reference performer^.Reference reasonCode*CodeableConcept
        reasonReference*Reference basis*Reference prediction*+ mitigation.string note*Annotation
        @RiskAssessment.prediction:B outcome.CodeableConcept probability?decimal,Range qualitativeRisk.CodeableConcept
        relativeRisk.decimal when?Period,Range rationale.string
        @RiskEvidenceSynthesis:D url^.uri identifier^*Identifier version^.string name^.string title^.string
        status^!%.code date^.dateTime publisher^.string contact^*ContactDetail description^.markdown note*Annotation
        useContext^*UsageContext jurisdiction^*CodeableConcept copyright.markdown approvalDate.date lastReviewDate.date
        effectivePeriod^.Period topic*CodeableConcept author*ContactDetail editor*ContactDetail reviewer*ContactDetail
        endorser*ContactDetail relatedArtifact*RelatedArtifact synthesisType.CodeableConcept studyType.CodeableConcept
        population^!.Reference exposure^.Reference outcome^!.Reference sampleSize.+ riskEstimate^.+ certainty*+
        @RiskEvidenceSynthesis.sampleSize:B description.string numberOfStudies.integer numberOfParticipants.integer
        @RiskEvidenceSynthesis.riskEstimate:B description.string type.CodeableConcept value.decimal
        unitOfMeasure.CodeableConcept denominatorCount.integer numeratorCount.integer precisionEstimate*+
        @RiskEvidenceSynthesis.riskEstimate.precisionEstimate:B type.CodeableConcept level.decimal from.decimal
        to.decimal
        @RiskEvidenceSynthesis.certainty:B rating*CodeableConcept note*Annotation certaintySubcomponent*+
        @RiskEvidenceSynthesis.certainty.certaintySubcomponent:B type.CodeableConcept rating*CodeableConcept
        note*Annotation
        @SampledData:E origin^!.Quantity period^!.decimal factor^.decimal lowerLimit^.decimal upperLimit^.decimal
        dimensions^!.positiveInt data.string
        @Schedule:D identifier^*Identifier active^%.boolean serviceCategory^*CodeableConcept
        serviceType^*CodeableConcept specialty^*CodeableConcept actor^!*Reference planningHorizon^.Period comment.string
        @SearchParameter:D url^!.uri version^.string name^!.string derivedFrom.canonical status^!%.code
        experimental^.boolean date^.dateTime publisher^.string contact^*ContactDetail description^!.markdown
        useContext^*UsageContext jurisdiction^*CodeableConcept purpose.markdown code^!.code base^!*code type^!.code
        expression.string xpath.string xpathUsage.code target*code multipleOr.boolean multipleAnd.boolean
        comparator*code modifier*code chain*string component*+
        @SearchParameter.component:B definition!.canonical expression!.string
        @ServiceRequest:D identifier^*Identifier instantiatesCanonical^*canonical instantiatesUri^*uri
        basedOn^*Reference replaces^*Reference requisition^.Identifier status^!%.code intent^!%.code
        category^*CodeableConcept priority^.code doNotPerform^%.boolean code^.CodeableConcept
        orderDetail^*CodeableConcept quantity^?Quantity,Ratio,Range subject^!.Reference encounter^.Reference
        occurrence^?dateTime,Period,Timing asNeeded^?boolean,CodeableConcept authoredOn^.dateTime requester^.Reference
        performerType^.CodeableConcept performer^*Reference locationCode^*CodeableConcept locationReference^*Reference
        reasonCode^*CodeableConcept reasonReference^*Reference insurance*Reference supportingInfo*Reference
        specimen^*Reference bodySite^*CodeableConcept note*Annotation patientInstruction^.string
        relevantHistory*Reference
        @Signature:E type^!*Coding when^!.instant who^!.Reference onBehalfOf^.Reference targetFormat.code sigFormat.code
        data.base64Binary
        @Slot:D identifier^*Identifier serviceCategory^*CodeableConcept serviceType^*CodeableConcept
        specialty^*CodeableConcept appointmentType^.CodeableConcept schedule^!.Reference status^!.code start^!.instant
        end^!.instant overbooked.boolean comment.string
        @Specimen:D identifier^*Identifier accessionIdentifier^.Identifier status^%.code type^.CodeableConcept
        subject^.Reference receivedTime^.dateTime parent*Reference request*Reference collection.+ processing*+
        container*+ condition^*CodeableConcept note*Annotation
        @Specimen.collection:B collector^.Reference collected^?dateTime,Period duration^.Duration quantity.Quantity
        method.CodeableConcept bodySite.CodeableConcept fastingStatus^?CodeableConcept,Duration
        @Specimen.processing:B description.string procedure.CodeableConcept additive*Reference time?dateTime,Period
        @Specimen.container:B identifier^*Identifier description.string type.CodeableConcept capacity.Quantity
        specimenQuantity.Quantity additive?CodeableConcept,Reference
        @SpecimenDefinition:D identifier^.Identifier typeCollected^.CodeableConcept patientPreparation^*CodeableConcept
        timeAspect^.string collection^*CodeableConcept typeTested*+
        @SpecimenDefinition.typeTested:B isDerived.boolean type.CodeableConcept preference!.code container.+
        requirement.string retentionTime.Duration rejectionCriterion*CodeableConcept handling*+
        @SpecimenDefinition.typeTested.container:B material.CodeableConcept type.CodeableConcept cap.CodeableConcept
        description.string capacity.Quantity minimumVolume?Quantity,string additive*+ preparation.string
        @SpecimenDefinition.typeTested.container.additive:B additive!?CodeableConcept,Reference
        @SpecimenDefinition.typeTested.handling:B temperatureQualifier.CodeableConcept temperatureRange.Range
        maxDuration.Duration instruction.string
        @StructureDefinition:D url^!.uri identifier^*Identifier version^.string name^!.string title^.string
        status^!%.code experimental^.boolean date^.dateTime publisher^.string contact^*ContactDetail
        description.markdown useContext^*UsageContext jurisdiction^*CodeableConcept purpose.markdown copyright.markdown
        keyword^*Coding fhirVersion^.code mapping*+ kind^!.code abstract^!.boolean context^*+ contextInvariant^*string
        type^!.uri baseDefinition^.canonical derivation^.code snapshot.+ differential.+
        @StructureDefinition.mapping:B identity!.id uri.uri name.string comment.string
        @StructureDefinition.context:B type^!.code expression^!.string
        @StructureDefinition.snapshot:B element!*ElementDefinition
        @StructureDefinition.differential:B element!*ElementDefinition
        @StructureMap:D url^!.uri identifier^*Identifier version^.string name^!.string title^.string status^!%.code
        experimental^.boolean date^.dateTime publisher^.string contact^*ContactDetail description.markdown
        useContext^*UsageContext jurisdiction^*CodeableConcept purpose.markdown copyright.markdown structure^*+
        import^*canonical group^!*+
        @StructureMap.structure:B url^!.canonical mode^!.code alias^.string documentation.string
        @StructureMap.group:B name^!.id extends^.id typeMode^!.code documentation^.string input^!*+ rule^!*+
        @StructureMap.group.input:B name^!.id type^.string mode^!.code documentation.string
        @StructureMap.group.rule:B name^!.id source^!*+ target^*+ rule^*#StructureMap.group.rule dependent^*+
        documentation.string
        @StructureMap.group.rule.source:B context^!.id min^.integer max^.string type^.string
        defaultValue^?base64Binary,boolean,canonical,code,date,dateTime,decimal,id,instant,integer,markdown,oid,
        positiveInt,string,time,unsignedInt,uri,url,uuid,Address,Age,Annotation,Attachment,CodeableConcept,Coding,
        ContactPoint,Count,Distance,Duration,HumanName,Identifier,Money,Period,Quantity,Range,Ratio,Reference,
        SampledData,Signature,Timing,ContactDetail,Contributor,DataRequirement,Expression,ParameterDefinition,
        RelatedArtifact,TriggerDefinition,UsageContext,Dosage,Meta element^.string listMode^.code variable^.id
        condition^.string check^.string logMessage^.string
        @StructureMap.group.rule.target:B context^.id contextType^.code element^.string variable^.id listMode^*code
        listRuleId^.id transform^.code parameter^*+
        @StructureMap.group.rule.target.parameter:B value^!?id,string,boolean,integer,decimal
        @StructureMap.group.rule.dependent:B name^!.id variable^!*string
        @Subscription:D status^!%.code contact^*ContactPoint end^.instant reason^!.string criteria^!.string
        error^.string channel^!.+
        @Subscription.channel:B type^!.code endpoint^.url payload^.code header^*string
        @Substance:D identifier^*Identifier status^%.code category^*CodeableConcept code^!.CodeableConcept
        description^.string instance^*+ ingredient^*+
        @Substance.instance:B identifier^.Identifier expiry^.dateTime quantity^.Quantity
        @Substance.ingredient:B quantity^.Ratio substance^!?CodeableConcept,Reference
        @SubstanceAmount:B amount^?Quantity,Range,string amountType^.CodeableConcept amountText^.string
        referenceRange^.+
        @SubstanceAmount.referenceRange:E lowLimit^.Quantity highLimit^.Quantity
        @SubstanceNucleicAcid:D sequenceType^.CodeableConcept numberOfSubunits^.integer areaOfHybridisation^.string
        oligoNucleotideType^.CodeableConcept subunit^*+
        @SubstanceNucleicAcid.subunit:B subunit^.integer sequence^.string length^.integer sequenceAttachment^.Attachment
        fivePrime^.CodeableConcept threePrime^.CodeableConcept linkage^*+ sugar^*+
        @SubstanceNucleicAcid.subunit.linkage:B connectivity^.string identifier^.Identifier name^.string
        residueSite^.string
        @SubstanceNucleicAcid.subunit.sugar:B identifier^.Identifier name^.string residueSite^.string
        @SubstancePolymer:D class^.CodeableConcept geometry^.CodeableConcept copolymerConnectivity^*CodeableConcept
        modification^*string monomerSet^*+ repeat^*+
        @SubstancePolymer.monomerSet:B ratioType^.CodeableConcept startingMaterial^*+
        @SubstancePolymer.monomerSet.startingMaterial:B material^.CodeableConcept type^.CodeableConcept
        isDefining^.boolean amount^.SubstanceAmount
        @SubstancePolymer.repeat:B numberOfUnits^.integer averageMolecularFormula^.string
        repeatUnitAmountType^.CodeableConcept repeatUnit^*+
        @SubstancePolymer.repeat.repeatUnit:B orientationOfPolymerisation^.CodeableConcept repeatUnit^.string
        amount^.SubstanceAmount degreeOfPolymerisation^*+ structuralRepresentation^*+
        @SubstancePolymer.repeat.repeatUnit.degreeOfPolymerisation:B degree^.CodeableConcept amount^.SubstanceAmount
        @SubstancePolymer.repeat.repeatUnit.structuralRepresentation:B type^.CodeableConcept representation^.string
        attachment^.Attachment
        @SubstanceProtein:D sequenceType^.CodeableConcept numberOfSubunits^.integer disulfideLinkage^*string subunit^*+
        @SubstanceProtein.subunit:B subunit^.integer sequence^.string length^.integer sequenceAttachment^.Attachment
        nTerminalModificationId^.Identifier nTerminalModification^.string cTerminalModificationId^.Identifier
        cTerminalModification^.string
        @SubstanceReferenceInformation:D comment^.string gene^*+ geneElement^*+ classification^*+ target^*+
        @SubstanceReferenceInformation.gene:B geneSequenceOrigin^.CodeableConcept gene^.CodeableConcept
        source^*Reference
        @SubstanceReferenceInformation.geneElement:B type^.CodeableConcept element^.Identifier source^*Reference
        @SubstanceReferenceInformation.classification:B domain^.CodeableConcept classification^.CodeableConcept
        subtype^*CodeableConcept source^*Reference
        @SubstanceReferenceInformation.target:B target^.Identifier type^.CodeableConcept interaction^.CodeableConcept
        organism^.CodeableConcept organismType^.CodeableConcept amount^?Quantity,Range,string
        amountType^.CodeableConcept source^*Reference
        @SubstanceSourceMaterial:D sourceMaterialClass^.CodeableConcept sourceMaterialType^.CodeableConcept
        sourceMaterialState^.CodeableConcept organismId^.Identifier organismName^.string parentSubstanceId^*Identifier
        parentSubstanceName^*string countryOfOrigin^*CodeableConcept geographicalLocation^*string
        developmentStage^.CodeableConcept fractionDescription^*+ organism^.+ partDescription^*+
        @SubstanceSourceMaterial.fractionDescription:B fraction^.string materialType^.CodeableConcept
        @SubstanceSourceMaterial.organism:B family^.CodeableConcept genus^.CodeableConcept species^.CodeableConcept
        intraspecificType^.CodeableConcept intraspecificDescription^.string author^*+ hybrid^.+ organismGeneral^.+
        @SubstanceSourceMaterial.organism.author:B authorType^.CodeableConcept authorDescription^.string
        @SubstanceSourceMaterial.organism.hybrid:B maternalOrganismId^.string maternalOrganismName^.string
        paternalOrganismId^.string paternalOrganismName^.string hybridType^.CodeableConcept
        @SubstanceSourceMaterial.organism.organismGeneral:B kingdom^.CodeableConcept phylum^.CodeableConcept
        class^.CodeableConcept order^.CodeableConcept
        @SubstanceSourceMaterial.partDescription:B part^.CodeableConcept partLocation^.CodeableConcept
        @SubstanceSpecification:D identifier^.Identifier type^.CodeableConcept status^.CodeableConcept
        domain^.CodeableConcept description^.string source^*Reference comment^.string moiety^*+ property^*+
        referenceInformation^.Reference structure^.+ code^*+ name^*+
        molecularWeight^*#SubstanceSpecification.structure.isotope.molecularWeight relationship^*+
        nucleicAcid^.Reference polymer^.Reference protein^.Reference sourceMaterial^.Reference
        @SubstanceSpecification.moiety:B role^.CodeableConcept identifier^.Identifier name^.string
        stereochemistry^.CodeableConcept opticalActivity^.CodeableConcept molecularFormula^.string
        amount^?Quantity,string
        @SubstanceSpecification.property:B category^.CodeableConcept code^.CodeableConcept parameters^.string
        definingSubstance^?Reference,CodeableConcept amount^?Quantity,string
        @SubstanceSpecification.structure:B stereochemistry^.CodeableConcept opticalActivity^.CodeableConcept
        molecularFormula^.string molecularFormulaByMoiety^.string isotope^*+
        molecularWeight^.#SubstanceSpecification.structure.isotope.molecularWeight source^*Reference representation^*+
        @SubstanceSpecification.structure.isotope:B identifier^.Identifier name^.CodeableConcept
        substitution^.CodeableConcept halfLife^.Quantity molecularWeight^.+
        @SubstanceSpecification.structure.isotope.molecularWeight:B method^.CodeableConcept type^.CodeableConcept
        amount^.Quantity
        @SubstanceSpecification.structure.representation:B type^.CodeableConcept representation^.string
        attachment^.Attachment
        @SubstanceSpecification.code:B code^.CodeableConcept status^.CodeableConcept statusDate^.dateTime
        comment^.string source^*Reference
        @SubstanceSpecification.name:B name^!.string type^.CodeableConcept status^.CodeableConcept preferred^.boolean
        language^*CodeableConcept domain^*CodeableConcept jurisdiction^*CodeableConcept
        synonym^*#SubstanceSpecification.name translation^*#SubstanceSpecification.name official^*+ source^*Reference
        @SubstanceSpecification.name.official:B authority^.CodeableConcept status^.CodeableConcept date^.dateTime
        @SubstanceSpecification.relationship:B substance^?Reference,CodeableConcept relationship^.CodeableConcept
        isDefining^.boolean amount^?Quantity,Range,Ratio,string amountRatioLowLimit^.Ratio amountType^.CodeableConcept
        source^*Reference
        @SupplyDelivery:D identifier*Identifier basedOn^*Reference partOf^*Reference status^%.code patient.Reference
        type.CodeableConcept suppliedItem.+ occurrence^?dateTime,Period,Timing supplier.Reference destination.Reference
        receiver*Reference
        @SupplyDelivery.suppliedItem:B quantity.Quantity item?CodeableConcept,Reference
        @SupplyRequest:D identifier^*Identifier status^%.code category^.CodeableConcept priority^.code
        item^!?CodeableConcept,Reference quantity^!.Quantity parameter*+ occurrence^?dateTime,Period,Timing
        authoredOn^.dateTime requester^.Reference supplier^*Reference reasonCode*CodeableConcept
        reasonReference*Reference deliverFrom.Reference deliverTo.Reference
        @SupplyRequest.parameter:B code.CodeableConcept value?CodeableConcept,Quantity,Range,boolean
        @Task:D identifier*Identifier instantiatesCanonical^.canonical instantiatesUri^.uri basedOn^*Reference
        groupIdentifier^.Identifier partOf^*Reference status^!%.code statusReason^.CodeableConcept
        businessStatus^.CodeableConcept intent^!.code priority.code code^.CodeableConcept description^.string
        focus^.Reference for^.Reference encounter^.Reference executionPeriod^.Period authoredOn.dateTime
        lastModified^.dateTime requester^.Reference performerType*CodeableConcept owner^.Reference location^.Reference
        reasonCode.CodeableConcept reasonReference.Reference insurance*Reference note*Annotation
        relevantHistory*Reference restriction.+ input*+ output*+
        @Task.restriction:B repetitions.positiveInt period.Period recipient*Reference
        @Task.input:B type!.CodeableConcept
        value!?base64Binary,boolean,canonical,code,date,dateTime,decimal,id,instant,integer,markdown,oid,positiveInt,
        string,time,unsignedInt,uri,url,uuid,Address,Age,Annotation,Attachment,CodeableConcept,Coding,ContactPoint,
        Count,Distance,Duration,HumanName,Identifier,Money,Period,Quantity,Range,Ratio,Reference,SampledData,Signature,
        Timing,ContactDetail,Contributor,DataRequirement,Expression,ParameterDefinition,RelatedArtifact,
        TriggerDefinition,UsageContext,Dosage,Meta
        @Task.output:B type!.CodeableConcept
        """
}
