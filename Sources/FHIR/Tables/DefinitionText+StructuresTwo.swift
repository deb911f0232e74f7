// Written by scripts/generate-fhir-tables; change that, not this.

extension DefinitionText {
    /// Nodes and their elements; `Schema` reads it.
    static let structuresTwo = """
        @ElementDefinition.slicing:E discriminator^*+ description^.string ordered^.boolean rules^!.code
        @ElementDefinition.slicing.discriminator:E type^!.code path^!.string
        @ElementDefinition.base:E path^!.string min^!.unsignedInt max^!.string
        @ElementDefinition.type:E code^!.uri profile^*canonical targetProfile^*canonical aggregation^*code
        versioning^.code
        @ElementDefinition.example:E label^!.string
        value^!?base64Binary,boolean,canonical,code,date,dateTime,decimal,id,instant,integer,markdown,oid,positiveInt,
        string,time,unsignedInt,uri,url,uuid,Address,Age,Annotation,Attachment,CodeableConcept,Coding,ContactPoint,
        Count,Distance,Duration,HumanName,Identifier,Money,Period,Quantity,Range,Ratio,Reference,SampledData,Signature,
        Timing,ContactDetail,Contributor,DataRequirement,Expression,ParameterDefinition,RelatedArtifact,
        TriggerDefinition,UsageContext,Dosage,Meta
        @ElementDefinition.constraint:E key^!.id requirements^.string severity^!.code human^!.string expression^.string
        xpath^.string source^.canonical
        @ElementDefinition.binding:E strength^!.code description^.string valueSet^.canonical
        @ElementDefinition.mapping:E identity^!.id language^.code map^!.string comment^.string
        @Encounter:D identifier^*Identifier status^!%.code statusHistory*+ class^!.Coding classHistory*+
        type^*CodeableConcept serviceType^.CodeableConcept priority.CodeableConcept subject^.Reference
        episodeOfCare^*Reference basedOn*Reference participant^*+ appointment^*Reference period.Period length.Duration
        reasonCode^*CodeableConcept reasonReference^*Reference diagnosis^*+ account*Reference hospitalization.+
        location*+ serviceProvider.Reference partOf.Reference
        @Encounter.statusHistory:B status!.code period!.Period
        @Encounter.classHistory:B class!.Coding period!.Period
        @Encounter.participant:B type^*CodeableConcept period.Period individual^.Reference
        @Encounter.diagnosis:B condition^!.Reference use.CodeableConcept rank.positiveInt
        @Encounter.hospitalization:B preAdmissionIdentifier.Identifier origin.Reference admitSource.CodeableConcept
        reAdmission.CodeableConcept dietPreference*CodeableConcept specialCourtesy*CodeableConcept
        specialArrangement*CodeableConcept destination.Reference dischargeDisposition.CodeableConcept
        @Encounter.location:B location!.Reference status.code physicalType.CodeableConcept period.Period
        @Endpoint:D identifier^*Identifier status^!%.code connectionType^!.Coding name^.string
        managingOrganization^.Reference contact*ContactPoint period^.Period payloadType^!*CodeableConcept
        payloadMimeType^*code address^!.url header*string
        @EnrollmentRequest:D identifier*Identifier status^%.code created.dateTime insurer.Reference provider.Reference
        candidate.Reference coverage.Reference
        @EnrollmentResponse:D identifier*Identifier status^%.code request.Reference outcome.code disposition.string
        created.dateTime organization.Reference requestProvider.Reference
        @EpisodeOfCare:D identifier*Identifier status^!%.code statusHistory*+ type^*CodeableConcept diagnosis^*+
        patient^!.Reference managingOrganization^.Reference period^.Period referralRequest*Reference
        careManager.Reference team*Reference account*Reference
        @EpisodeOfCare.statusHistory:B status!.code period!.Period
        @EpisodeOfCare.diagnosis:B condition^!.Reference role^.CodeableConcept rank^.positiveInt
        @EventDefinition:D url^.uri identifier^*Identifier version^.string name^.string title^.string subtitle.string
        status^!%.code experimental^.boolean subject?CodeableConcept,Reference date^.dateTime publisher^.string
        contact^*ContactDetail description.markdown useContext^*UsageContext jurisdiction^*CodeableConcept
        purpose.markdown usage.string copyright.markdown approvalDate^.date lastReviewDate^.date effectivePeriod^.Period
        topic*CodeableConcept author*ContactDetail editor*ContactDetail reviewer*ContactDetail endorser*ContactDetail
        relatedArtifact*RelatedArtifact trigger^!*TriggerDefinition
        @Evidence:D url^.uri identifier^*Identifier version^.string name^.string title^.string shortTitle.string
        subtitle.string status^!%.code date^.dateTime publisher^.string contact^*ContactDetail description^.markdown
        note*Annotation useContext^*UsageContext jurisdiction^*CodeableConcept copyright.markdown approvalDate.date
        lastReviewDate.date effectivePeriod^.Period topic*CodeableConcept author*ContactDetail editor*ContactDetail
        reviewer*ContactDetail endorser*ContactDetail relatedArtifact*RelatedArtifact exposureBackground^!.Reference
        exposureVariant^*Reference outcome^*Reference
        @EvidenceVariable:D url^.uri identifier^*Identifier version^.string name^.string title^.string
        shortTitle^.string subtitle.string status^!%.code date^.dateTime publisher^.string contact^*ContactDetail
        description^.markdown note*Annotation useContext^*UsageContext jurisdiction^*CodeableConcept copyright.markdown
        approvalDate.date lastReviewDate.date effectivePeriod^.Period topic*CodeableConcept author*ContactDetail
        editor*ContactDetail reviewer*ContactDetail endorser*ContactDetail relatedArtifact*RelatedArtifact type^.code
        characteristic^!*+
        @EvidenceVariable.characteristic:B description.string
        definition^!?Reference,canonical,CodeableConcept,Expression,DataRequirement,TriggerDefinition
        usageContext*UsageContext exclude.boolean participantEffective?dateTime,Period,Duration,Timing
        timeFromStart.Duration groupMeasure.code
        @ExampleScenario:D url^.uri identifier^*Identifier version^.string name^.string status^!%.code
        experimental^.boolean date^.dateTime publisher^.string contact^*ContactDetail useContext^*UsageContext
        jurisdiction^*CodeableConcept copyright.markdown purpose.markdown actor*+ instance*+ process*+
        workflow*canonical
        @ExampleScenario.actor:B actorId!.string type!.code name.string description.markdown
        @ExampleScenario.instance:B resourceId!.string resourceType!.code name.string description.markdown version*+
        containedInstance*+
        @ExampleScenario.instance.version:B versionId!.string description!.markdown
        @ExampleScenario.instance.containedInstance:B resourceId!.string versionId.string
        @ExampleScenario.process:B title^!.string description.markdown preConditions.markdown postConditions.markdown
        step*+
        @ExampleScenario.process.step:B process*#ExampleScenario.process pause.boolean operation.+ alternative*+
        @ExampleScenario.process.step.operation:B number!.string type.string name.string initiator.string
        receiver.string description.markdown initiatorActive.boolean receiverActive.boolean
        request.#ExampleScenario.instance.containedInstance response.#ExampleScenario.instance.containedInstance
        @ExampleScenario.process.step.alternative:B title!.string description.markdown
        step*#ExampleScenario.process.step
        @ExplanationOfBenefit:D identifier*Identifier status^!%.code type^!.CodeableConcept subType.CodeableConcept
        use^!.code patient^!.Reference billablePeriod^.Period created^!.dateTime enterer.Reference insurer^!.Reference
        provider^!.Reference priority.CodeableConcept fundsReserveRequested.CodeableConcept fundsReserve.CodeableConcept
        related*+ prescription.Reference originalPrescription.Reference payee.+ referral.Reference facility.Reference
        claim.Reference claimResponse.Reference outcome^!.code disposition.string preAuthRef*string
        preAuthRefPeriod*Period careTeam*+ supportingInfo*+ diagnosis*+ procedure*+ precedence.positiveInt insurance^!*+
        accident.+ item*+ addItem*+ adjudication*#ExplanationOfBenefit.item.adjudication total^*+ payment.+
        formCode.CodeableConcept form.Attachment processNote*+ benefitPeriod.Period benefitBalance*+
        @ExplanationOfBenefit.related:B claim.Reference relationship.CodeableConcept reference.Identifier
        @ExplanationOfBenefit.payee:B type.CodeableConcept party.Reference
        @ExplanationOfBenefit.careTeam:B sequence!.positiveInt provider!.Reference responsible.boolean
        role.CodeableConcept qualification.CodeableConcept
        @ExplanationOfBenefit.supportingInfo:B sequence!.positiveInt category!.CodeableConcept code.CodeableConcept
        timing?date,Period value?boolean,string,Quantity,Attachment,Reference reason.Coding
        @ExplanationOfBenefit.diagnosis:B sequence!.positiveInt diagnosis!?CodeableConcept,Reference
        type*CodeableConcept onAdmission.CodeableConcept packageCode.CodeableConcept
        @ExplanationOfBenefit.procedure:B sequence!.positiveInt type*CodeableConcept date.dateTime
        procedure!?CodeableConcept,Reference udi*Reference
        @ExplanationOfBenefit.insurance:B focal^!.boolean coverage^!.Reference preAuthRef*string
        @ExplanationOfBenefit.accident:B date.date type.CodeableConcept location?Address,Reference
        @ExplanationOfBenefit.item:B sequence!.positiveInt careTeamSequence*positiveInt diagnosisSequence*positiveInt
        procedureSequence*positiveInt informationSequence*positiveInt revenue.CodeableConcept category.CodeableConcept
        productOrService!.CodeableConcept modifier*CodeableConcept programCode*CodeableConcept serviced?date,Period
        location?CodeableConcept,Address,Reference quantity.Quantity unitPrice.Money factor.decimal net.Money
        udi*Reference bodySite.CodeableConcept subSite*CodeableConcept encounter*Reference noteNumber*positiveInt
        adjudication*+ detail*+
        @ExplanationOfBenefit.item.adjudication:B category!.CodeableConcept reason.CodeableConcept amount.Money
        value.decimal
        @ExplanationOfBenefit.item.detail:B sequence!.positiveInt revenue.CodeableConcept category.CodeableConcept
        productOrService!.CodeableConcept modifier*CodeableConcept programCode*CodeableConcept quantity.Quantity
        unitPrice.Money factor.decimal net.Money udi*Reference noteNumber*positiveInt
        adjudication*#ExplanationOfBenefit.item.adjudication subDetail*+
        @ExplanationOfBenefit.item.detail.subDetail:B sequence!.positiveInt revenue.CodeableConcept
        category.CodeableConcept productOrService!.CodeableConcept modifier*CodeableConcept programCode*CodeableConcept
        quantity.Quantity unitPrice.Money factor.decimal net.Money udi*Reference noteNumber*positiveInt
        adjudication*#ExplanationOfBenefit.item.adjudication
        @ExplanationOfBenefit.addItem:B itemSequence*positiveInt detailSequence*positiveInt
        subDetailSequence*positiveInt provider*Reference productOrService!.CodeableConcept modifier*CodeableConcept
        programCode*CodeableConcept serviced?date,Period location?CodeableConcept,Address,Reference quantity.Quantity
        unitPrice.Money factor.decimal net.Money bodySite.CodeableConcept subSite*CodeableConcept noteNumber*positiveInt
        adjudication*#ExplanationOfBenefit.item.adjudication detail*+
        @ExplanationOfBenefit.addItem.detail:B productOrService!.CodeableConcept modifier*CodeableConcept
        quantity.Quantity unitPrice.Money factor.decimal net.Money noteNumber*positiveInt
        adjudication*#ExplanationOfBenefit.item.adjudication subDetail*+
        @ExplanationOfBenefit.addItem.detail.subDetail:B productOrService!.CodeableConcept modifier*CodeableConcept
        quantity.Quantity unitPrice.Money factor.decimal net.Money noteNumber*positiveInt
        adjudication*#ExplanationOfBenefit.item.adjudication
        @ExplanationOfBenefit.total:B category^!.CodeableConcept amount^!.Money
        @ExplanationOfBenefit.payment:B type.CodeableConcept adjustment.Money adjustmentReason.CodeableConcept date.date
        amount.Money identifier.Identifier
        @ExplanationOfBenefit.processNote:B number.positiveInt type.code text.string language.CodeableConcept
        @ExplanationOfBenefit.benefitBalance:B category!.CodeableConcept excluded.boolean name.string description.string
        network.CodeableConcept unit.CodeableConcept term.CodeableConcept financial*+
        @ExplanationOfBenefit.benefitBalance.financial:B type!.CodeableConcept allowed?unsignedInt,string,Money
        used?unsignedInt,Money
        @Expression:E description^.string name^.id language^!.code expression^.string reference^.uri
        @Extension:E url!.uri
        value?base64Binary,boolean,canonical,code,date,dateTime,decimal,id,instant,integer,markdown,oid,positiveInt,
        string,time,unsignedInt,uri,url,uuid,Address,Age,Annotation,Attachment,CodeableConcept,Coding,ContactPoint,
        Count,Distance,Duration,HumanName,Identifier,Money,Period,Quantity,Range,Ratio,Reference,SampledData,Signature,
        Timing,ContactDetail,Contributor,DataRequirement,Expression,ParameterDefinition,RelatedArtifact,
        TriggerDefinition,UsageContext,Dosage,Meta
        @FamilyMemberHistory:D identifier^*Identifier instantiatesCanonical^*canonical instantiatesUri^*uri
        status^!%.code dataAbsentReason^.CodeableConcept patient^!.Reference date^.dateTime name^.string
        relationship^!.CodeableConcept sex^.CodeableConcept born?Period,date,string age^?Age,Range,string
        estimatedAge^.boolean deceased^?boolean,Age,Range,date,string reasonCode^*CodeableConcept
        reasonReference^*Reference note*Annotation condition*+
        @FamilyMemberHistory.condition:B code!.CodeableConcept outcome.CodeableConcept contributedToDeath.boolean
        onset?Age,Range,Period,string note*Annotation
        @Flag:D identifier^*Identifier status^!%.code category^*CodeableConcept code^!.CodeableConcept
        subject^!.Reference period^.Period encounter^.Reference author^.Reference
        @Goal:D identifier*Identifier lifecycleStatus^!%.code achievementStatus^.CodeableConcept
        category^*CodeableConcept priority^.CodeableConcept description^!.CodeableConcept subject^!.Reference
        start^?date,CodeableConcept target*+ statusDate^.date statusReason.string expressedBy^.Reference
        addresses*Reference note*Annotation outcomeCode*CodeableConcept outcomeReference*Reference
        @Goal.target:B measure^.CodeableConcept detail^?Quantity,Range,CodeableConcept,string,boolean,integer,Ratio
        due^?date,Duration
        @GraphDefinition:D url^.uri version^.string name^!.string status^!%.code experimental^.boolean date^.dateTime
        publisher^.string contact^*ContactDetail description.markdown useContext^*UsageContext
        jurisdiction^*CodeableConcept purpose.markdown start^!.code profile.canonical link*+
        @GraphDefinition.link:B path.string sliceName.string min.integer max.string description.string target*+
        @GraphDefinition.link.target:B type!.code params.string profile.canonical compartment*+
        link*#GraphDefinition.link
        @GraphDefinition.link.target.compartment:B use!.code code!.code rule!.code expression.string description.string
        @Group:D identifier^*Identifier active^.boolean type^!.code actual^!.boolean code^.CodeableConcept name^.string
        quantity^.unsignedInt managingEntity^.Reference characteristic*+ member*+
        @Group.characteristic:B code!.CodeableConcept value!?CodeableConcept,boolean,Quantity,Range,Reference
        exclude!.boolean period.Period
        @Group.member:B entity!.Reference period.Period inactive.boolean
        @GuidanceResponse:D requestIdentifier^.Identifier identifier^*Identifier module^!?uri,canonical,CodeableConcept
        status^!%.code subject.Reference encounter.Reference occurrenceDateTime.dateTime performer.Reference
        reasonCode*CodeableConcept reasonReference*Reference note*Annotation evaluationMessage*Reference
        outputParameters.Reference result.Reference dataRequirement*DataRequirement
        @HealthcareService:D identifier^*Identifier active^%.boolean providedBy^.Reference category^*CodeableConcept
        type^*CodeableConcept specialty^*CodeableConcept location^*Reference name^.string comment^.string
        extraDetails.markdown photo^.Attachment telecom*ContactPoint coverageArea*Reference
        serviceProvisionCode*CodeableConcept eligibility*+ program*CodeableConcept characteristic*CodeableConcept
        communication*CodeableConcept referralMethod*CodeableConcept appointmentRequired.boolean availableTime*+
        notAvailable*+ availabilityExceptions.string endpoint*Reference
        @HealthcareService.eligibility:B code.CodeableConcept comment.markdown
        @HealthcareService.availableTime:B daysOfWeek*code allDay.boolean availableStartTime.time availableEndTime.time
        @HealthcareService.notAvailable:B description!.string during.Period
        @HumanName:E use^%.code text^.string family^.string given^*string prefix^*string suffix^*string period^.Period
        @Identifier:E use^%.code type^.CodeableConcept system^.uri value^.string period^.Period assigner^.Reference
        @ImagingStudy:D identifier^*Identifier status^!%.code modality^*Coding subject^!.Reference encounter^.Reference
        started^.dateTime basedOn^*Reference referrer^.Reference interpreter^*Reference endpoint^*Reference
        numberOfSeries^.unsignedInt numberOfInstances^.unsignedInt procedureReference^.Reference
        procedureCode^*CodeableConcept location^.Reference reasonCode^*CodeableConcept reasonReference^*Reference
        note^*Annotation description^.string series^*+
        @ImagingStudy.series:B uid^!.id number^.unsignedInt modality^!.Coding description^.string
        numberOfInstances^.unsignedInt endpoint^*Reference bodySite^.Coding laterality^.Coding specimen^*Reference
        started^.dateTime performer^*+ instance*+
        @ImagingStudy.series.performer:B function^.CodeableConcept actor^!.Reference
        @ImagingStudy.series.instance:B uid!.id sopClass!.Coding number.unsignedInt title.string
        @Immunization:D identifier*Identifier status^!%.code statusReason.CodeableConcept vaccineCode^!.CodeableConcept
        patient^!.Reference encounter.Reference occurrence^!?dateTime,string recorded.dateTime primarySource^.boolean
        reportOrigin.CodeableConcept location.Reference manufacturer.Reference lotNumber.string expirationDate.date
        site.CodeableConcept route.CodeableConcept doseQuantity.Quantity performer^*+ note^*Annotation
        reasonCode*CodeableConcept reasonReference*Reference isSubpotent^%.boolean subpotentReason*CodeableConcept
        education*+ programEligibility*CodeableConcept fundingSource.CodeableConcept reaction*+ protocolApplied*+
        @Immunization.performer:B function^.CodeableConcept actor^!.Reference
        @Immunization.education:B documentType.string reference.uri publicationDate.dateTime presentationDate.dateTime
        @Immunization.reaction:B date.dateTime detail.Reference reported.boolean
        @Immunization.protocolApplied:B series.string authority.Reference targetDisease*CodeableConcept
        doseNumber!?positiveInt,string seriesDoses?positiveInt,string
        @ImmunizationEvaluation:D identifier*Identifier status^!%.code patient^!.Reference date.dateTime
        authority.Reference targetDisease^!.CodeableConcept immunizationEvent^!.Reference doseStatus^!.CodeableConcept
        doseStatusReason*CodeableConcept description.string series.string doseNumber?positiveInt,string
        seriesDoses?positiveInt,string
        @ImmunizationRecommendation:D identifier^*Identifier patient^!.Reference date^!.dateTime authority.Reference
        recommendation^!*+
        @ImmunizationRecommendation.recommendation:B vaccineCode^*CodeableConcept targetDisease^.CodeableConcept
        contraindicatedVaccineCode^*CodeableConcept forecastStatus^!%.CodeableConcept forecastReason^*CodeableConcept
        dateCriterion*+ description.string series.string doseNumber^?positiveInt,string seriesDoses?positiveInt,string
        supportingImmunization*Reference supportingPatientInformation*Reference
        @ImmunizationRecommendation.recommendation.dateCriterion:B code!.CodeableConcept value!.dateTime
        @ImplementationGuide:D url^!.uri version^.string name^!.string title^.string status^!%.code
        experimental^.boolean date^.dateTime publisher^.string contact^*ContactDetail description.markdown
        useContext^*UsageContext jurisdiction^*CodeableConcept copyright.markdown packageId^!.id license^.code
        fhirVersion^!*code dependsOn^*+ global^*+ definition.+ manifest.+
        @ImplementationGuide.dependsOn:B uri^!.canonical packageId^.id version^.string
        @ImplementationGuide.global:B type^!.code profile^!.canonical
        @ImplementationGuide.definition:B grouping*+ resource!*+ page.+ parameter*+ template*+
        @ImplementationGuide.definition.grouping:B name!.string description.string
        @ImplementationGuide.definition.resource:B reference!.Reference fhirVersion*code name.string description.string
        example?boolean,canonical groupingId.id
        @ImplementationGuide.definition.page:B name!?url,Reference title!.string generation!.code
        page*#ImplementationGuide.definition.page
        @ImplementationGuide.definition.parameter:B code!.code value!.string
        @ImplementationGuide.definition.template:B code!.code source!.string scope.string
        @ImplementationGuide.manifest:B rendering^.url resource^!*+ page*+ image*string other*string
        @ImplementationGuide.manifest.resource:B reference^!.Reference example?boolean,canonical relativePath.url
        @ImplementationGuide.manifest.page:B name!.string title.string anchor*string
        @InsurancePlan:D identifier^*Identifier status^%.code type^*CodeableConcept name^.string alias*string
        period.Period ownedBy^.Reference administeredBy^.Reference coverageArea^*Reference contact*+ endpoint*Reference
        network*Reference coverage*+ plan*+
        @InsurancePlan.contact:B purpose.CodeableConcept name.HumanName telecom*ContactPoint address.Address
        @InsurancePlan.coverage:B type!.CodeableConcept network*Reference benefit!*+
        @InsurancePlan.coverage.benefit:B type!.CodeableConcept requirement.string limit*+
        @InsurancePlan.coverage.benefit.limit:B value.Quantity code.CodeableConcept
        @InsurancePlan.plan:B identifier^*Identifier type.CodeableConcept coverageArea^*Reference network*Reference
        generalCost*+ specificCost*+
        @InsurancePlan.plan.generalCost:B type.CodeableConcept groupSize.positiveInt cost.Money comment.string
        @InsurancePlan.plan.specificCost:B category!.CodeableConcept benefit*+
        @InsurancePlan.plan.specificCost.benefit:B type!.CodeableConcept cost*+
        @InsurancePlan.plan.specificCost.benefit.cost:B type!.CodeableConcept applicability.CodeableConcept
        qualifiers*CodeableConcept value.Quantity
        @Invoice:D identifier^*Identifier status^!%.code cancelledReason.string type^.CodeableConcept subject^.Reference
        recipient^.Reference date^.dateTime participant*+ issuer.Reference account.Reference lineItem*+
        totalPriceComponent*#Invoice.lineItem.priceComponent totalNet^.Money totalGross^.Money paymentTerms.markdown
        note*Annotation
        @Invoice.participant:B role.CodeableConcept actor!.Reference
        @Invoice.lineItem:B sequence.positiveInt chargeItem!?Reference,CodeableConcept priceComponent*+
        @Invoice.lineItem.priceComponent:B type!.code code.CodeableConcept factor.decimal amount.Money
        @Library:D url^.uri identifier^*Identifier version^.string name^.string title^.string subtitle.string
        status^!%.code experimental^.boolean type^!.CodeableConcept subject?CodeableConcept,Reference date^.dateTime
        publisher^.string contact^*ContactDetail description^.markdown useContext^*UsageContext
        jurisdiction^*CodeableConcept purpose.markdown usage.string copyright.markdown approvalDate.date
        lastReviewDate.date effectivePeriod^.Period topic*CodeableConcept author*ContactDetail editor*ContactDetail
        reviewer*ContactDetail endorser*ContactDetail relatedArtifact*RelatedArtifact parameter*ParameterDefinition
        dataRequirement*DataRequirement content^*Attachment
        @Linkage:D active^.boolean author^.Reference item^!*+
        @Linkage.item:B type^!.code resource^!.Reference
        @List:D identifier*Identifier status^!%.code mode^!%.code title^.string code^.CodeableConcept subject^.Reference
        encounter.Reference date^.dateTime source^.Reference orderedBy.CodeableConcept note*Annotation entry*+
        emptyReason.CodeableConcept
        @List.entry:B flag.CodeableConcept deleted%.boolean date.dateTime item!.Reference
        @Location:D identifier^*Identifier status^%.code operationalStatus^.Coding name^.string alias*string
        description^.string mode^.code type^*CodeableConcept telecom*ContactPoint address.Address
        physicalType^.CodeableConcept position.+ managingOrganization^.Reference partOf.Reference hoursOfOperation*+
        availabilityExceptions.string endpoint*Reference
        @Location.position:B longitude!.decimal latitude!.decimal altitude.decimal
        @Location.hoursOfOperation:B daysOfWeek*code allDay.boolean openingTime.time closingTime.time
        @MarketingStatus:B country^!.CodeableConcept jurisdiction^.CodeableConcept status^!.CodeableConcept
        dateRange^!.Period restoreDate^.dateTime
        @Measure:D url^.uri identifier^*Identifier version^.string name^.string title^.string subtitle.string
        status^!%.code experimental^.boolean subject?CodeableConcept,Reference date^.dateTime publisher^.string
        contact^*ContactDetail description^.markdown useContext^*UsageContext jurisdiction^*CodeableConcept
        purpose.markdown usage.string copyright.markdown approvalDate.date lastReviewDate.date effectivePeriod^.Period
        topic*CodeableConcept author*ContactDetail editor*ContactDetail reviewer*ContactDetail endorser*ContactDetail
        relatedArtifact*RelatedArtifact library*canonical disclaimer^.markdown scoring^.CodeableConcept
        compositeScoring^.CodeableConcept type^*CodeableConcept riskAdjustment^.string rateAggregation^.string
        rationale^.markdown clinicalRecommendationStatement^.markdown improvementNotation^.CodeableConcept
        definition^*markdown guidance^.markdown group*+ supplementalData*+
        @Measure.group:B code.CodeableConcept description.string population*+ stratifier*+
        @Measure.group.population:B code.CodeableConcept description.string criteria!.Expression
        @Measure.group.stratifier:B code.CodeableConcept description.string criteria.Expression component*+
        @Measure.group.stratifier.component:B code.CodeableConcept description.string criteria!.Expression
        @Measure.supplementalData:B code.CodeableConcept usage*CodeableConcept description.string criteria!.Expression
        @MeasureReport:D identifier^*Identifier status^!%.code type^!.code measure^!.canonical subject^.Reference
        date^.dateTime reporter^.Reference period^!.Period improvementNotation^%.CodeableConcept group*+
        evaluatedResource*Reference
        @MeasureReport.group:B code^.CodeableConcept population*+ measureScore^.Quantity stratifier*+
        @MeasureReport.group.population:B code^.CodeableConcept count.integer subjectResults.Reference
        @MeasureReport.group.stratifier:B code*CodeableConcept stratum*+
        @MeasureReport.group.stratifier.stratum:B value.CodeableConcept component*+ population*+ measureScore.Quantity
        @MeasureReport.group.stratifier.stratum.component:B code!.CodeableConcept value!.CodeableConcept
        @MeasureReport.group.stratifier.stratum.population:B code.CodeableConcept count.integer subjectResults.Reference
        @Media:D identifier^*Identifier basedOn^*Reference partOf^*Reference status^!%.code type^.CodeableConcept
        modality^.CodeableConcept view^.CodeableConcept subject^.Reference encounter^.Reference created^?dateTime,Period
        issued^.instant operator^.Reference reasonCode^*CodeableConcept bodySite^.CodeableConcept deviceName^.string
        device^.Reference height^.positiveInt width^.positiveInt frames^.positiveInt duration^.decimal
        content^!.Attachment note*Annotation
        @Medication:D identifier^*Identifier code^.CodeableConcept status^%.code manufacturer^.Reference
        form.CodeableConcept amount^.Ratio ingredient*+ batch.+
        @Medication.ingredient:B item!?CodeableConcept,Reference isActive.boolean strength.Ratio
        @Medication.batch:B lotNumber.string expirationDate.dateTime
        @MedicationAdministration:D identifier*Identifier instantiates^*uri partOf^*Reference status^!%.code
        statusReason*CodeableConcept category.CodeableConcept medication^!?CodeableConcept,Reference subject^!.Reference
        context.Reference supportingInformation*Reference effective^!?dateTime,Period performer^*+
        reasonCode*CodeableConcept reasonReference*Reference request.Reference device*Reference note*Annotation dosage.+
        eventHistory*Reference
        @MedicationAdministration.performer:B function.CodeableConcept actor^!.Reference
        @MedicationAdministration.dosage:B text.string site.CodeableConcept route.CodeableConcept method.CodeableConcept
        dose.Quantity rate?Ratio,Quantity
        @MedicationDispense:D identifier*Identifier partOf*Reference status^!%.code
        statusReason?CodeableConcept,Reference category.CodeableConcept medication^!?CodeableConcept,Reference
        subject^.Reference context.Reference supportingInformation*Reference performer*+ location.Reference
        authorizingPrescription*Reference type.CodeableConcept quantity.Quantity daysSupply.Quantity
        whenPrepared^.dateTime whenHandedOver.dateTime destination.Reference receiver*Reference note*Annotation
        dosageInstruction*Dosage substitution.+ detectedIssue*Reference eventHistory*Reference
        @MedicationDispense.performer:B function.CodeableConcept actor!.Reference
        @MedicationDispense.substitution:B wasSubstituted!.boolean type.CodeableConcept reason*CodeableConcept
        responsibleParty*Reference
        @MedicationKnowledge:D code^.CodeableConcept status^%.code manufacturer^.Reference doseForm.CodeableConcept
        amount^.Quantity synonym^*string relatedMedicationKnowledge*+ associatedMedication*Reference
        productType*CodeableConcept monograph*+ ingredient*+ preparationInstruction.markdown
        intendedRoute*CodeableConcept cost*+ monitoringProgram*+ administrationGuidelines*+ medicineClassification*+
        packaging.+ drugCharacteristic*+ contraindication*Reference regulatory*+ kinetics*+
        @MedicationKnowledge.relatedMedicationKnowledge:B type!.CodeableConcept reference!*Reference
        @MedicationKnowledge.monograph:B type.CodeableConcept source.Reference
        @MedicationKnowledge.ingredient:B item!?CodeableConcept,Reference isActive.boolean strength.Ratio
        @MedicationKnowledge.cost:B type!.CodeableConcept source.string cost!.Money
        @MedicationKnowledge.monitoringProgram:B type.CodeableConcept name.string
        @MedicationKnowledge.administrationGuidelines:B dosage*+ indication?CodeableConcept,Reference
        patientCharacteristics*+
        @MedicationKnowledge.administrationGuidelines.dosage:B type!.CodeableConcept dosage!*Dosage
        @MedicationKnowledge.administrationGuidelines.patientCharacteristics:B characteristic!?CodeableConcept,Quantity
        value*string
        @MedicationKnowledge.medicineClassification:B type!.CodeableConcept classification*CodeableConcept
        @MedicationKnowledge.packaging:B type.CodeableConcept quantity.Quantity
        @MedicationKnowledge.drugCharacteristic:B type.CodeableConcept
        value?CodeableConcept,string,Quantity,base64Binary
        @MedicationKnowledge.regulatory:B regulatoryAuthority!.Reference substitution*+ schedule*+ maxDispense.+
        @MedicationKnowledge.regulatory.substitution:B type!.CodeableConcept allowed!.boolean
        @MedicationKnowledge.regulatory.schedule:B schedule!.CodeableConcept
        @MedicationKnowledge.regulatory.maxDispense:B quantity!.Quantity period.Duration
        @MedicationKnowledge.kinetics:B areaUnderCurve*Quantity lethalDose50*Quantity halfLifePeriod.Duration
        @MedicationRequest:D identifier*Identifier status^!%.code statusReason.CodeableConcept intent^!%.code
        category*CodeableConcept priority^.code doNotPerform^%.boolean reported^?boolean,Reference
        medication^!?CodeableConcept,Reference subject^!.Reference encounter.Reference supportingInformation*Reference
        authoredOn^.dateTime requester^.Reference performer.Reference performerType^.CodeableConcept recorder.Reference
        reasonCode*CodeableConcept reasonReference*Reference instantiatesCanonical^*canonical instantiatesUri^*uri
        basedOn^*Reference groupIdentifier^.Identifier courseOfTherapyType.CodeableConcept insurance*Reference
        note*Annotation dosageInstruction*Dosage dispenseRequest.+ substitution.+ priorPrescription.Reference
        detectedIssue*Reference eventHistory*Reference
        @MedicationRequest.dispenseRequest:B initialFill.+ dispenseInterval.Duration validityPeriod.Period
        numberOfRepeatsAllowed.unsignedInt quantity.Quantity expectedSupplyDuration.Duration performer.Reference
        @MedicationRequest.dispenseRequest.initialFill:B quantity.Quantity duration.Duration
        @MedicationRequest.substitution:B allowed!?boolean,CodeableConcept reason.CodeableConcept
        @MedicationStatement:D identifier^*Identifier basedOn^*Reference partOf^*Reference status^!%.code
        statusReason*CodeableConcept category^.CodeableConcept medication^!?CodeableConcept,Reference
        subject^!.Reference context^.Reference effective^?dateTime,Period dateAsserted^.dateTime
        informationSource.Reference derivedFrom*Reference reasonCode*CodeableConcept reasonReference*Reference
        note*Annotation dosage*Dosage
        @MedicinalProduct:D identifier^*Identifier type^.CodeableConcept domain^.Coding
        combinedPharmaceuticalDoseForm^.CodeableConcept legalStatusOfSupply^.CodeableConcept
        additionalMonitoringIndicator^.CodeableConcept specialMeasures^*string paediatricUseIndicator^.CodeableConcept
        productClassification^*CodeableConcept marketingStatus^*MarketingStatus pharmaceuticalProduct^*Reference
        packagedMedicinalProduct^*Reference attachedDocument^*Reference masterFile^*Reference contact^*Reference
        clinicalTrial^*Reference name^!*+ crossReference^*Identifier manufacturingBusinessOperation^*+
        specialDesignation^*+
        @MedicinalProduct.name:B productName^!.string namePart^*+ countryLanguage^*+
        @MedicinalProduct.name.namePart:B part^!.string type^!.Coding
        @MedicinalProduct.name.countryLanguage:B country^!.CodeableConcept jurisdiction^.CodeableConcept
        language^!.CodeableConcept
        @MedicinalProduct.manufacturingBusinessOperation:B operationType^.CodeableConcept
        authorisationReferenceNumber^.Identifier effectiveDate^.dateTime confidentialityIndicator^.CodeableConcept
        manufacturer^*Reference regulator^.Reference
        @MedicinalProduct.specialDesignation:B identifier^*Identifier type^.CodeableConcept intendedUse^.CodeableConcept
        indication^?CodeableConcept,Reference status^.CodeableConcept date^.dateTime species^.CodeableConcept
        @MedicinalProductAuthorization:D identifier^*Identifier subject^.Reference country^*CodeableConcept
        jurisdiction^*CodeableConcept status^.CodeableConcept statusDate^.dateTime restoreDate^.dateTime
        validityPeriod^.Period dataExclusivityPeriod^.Period dateOfFirstAuthorization^.dateTime
        internationalBirthDate^.dateTime legalBasis^.CodeableConcept jurisdictionalAuthorization^*+ holder^.Reference
        regulator^.Reference procedure^.+
        @MedicinalProductAuthorization.jurisdictionalAuthorization:B identifier^*Identifier country^.CodeableConcept
        jurisdiction^*CodeableConcept legalStatusOfSupply^.CodeableConcept validityPeriod^.Period
        @MedicinalProductAuthorization.procedure:B identifier^.Identifier type^!.CodeableConcept date^?Period,dateTime
        application^*#MedicinalProductAuthorization.procedure
        @MedicinalProductContraindication:D subject^*Reference disease^.CodeableConcept diseaseStatus^.CodeableConcept
        comorbidity^*CodeableConcept therapeuticIndication^*Reference otherTherapy^*+ population^*Population
        @MedicinalProductContraindication.otherTherapy:B therapyRelationshipType^!.CodeableConcept
        medication^!?CodeableConcept,Reference
        @MedicinalProductIndication:D subject^*Reference diseaseSymptomProcedure^.CodeableConcept
        diseaseStatus^.CodeableConcept comorbidity^*CodeableConcept intendedEffect^.CodeableConcept duration^.Quantity
        otherTherapy^*+ undesirableEffect^*Reference population^*Population
        @MedicinalProductIndication.otherTherapy:B therapyRelationshipType^!.CodeableConcept
        medication^!?CodeableConcept,Reference
        @MedicinalProductIngredient:D identifier^.Identifier role^!.CodeableConcept allergenicIndicator^.boolean
        manufacturer^*Reference specifiedSubstance^*+ substance^.+
        @MedicinalProductIngredient.specifiedSubstance:B code^!.CodeableConcept group^!.CodeableConcept
        confidentiality^.CodeableConcept strength^*+
        @MedicinalProductIngredient.specifiedSubstance.strength:B presentation^!.Ratio presentationLowLimit^%.Ratio
        concentration^.Ratio concentrationLowLimit^%.Ratio measurementPoint^.string country^*CodeableConcept
        referenceStrength^*+
        @MedicinalProductIngredient.specifiedSubstance.strength.referenceStrength:B substance^.CodeableConcept
        strength^!.Ratio strengthLowLimit^.Ratio measurementPoint^.string country^*CodeableConcept
        @MedicinalProductIngredient.substance:B code^!.CodeableConcept
        strength^*#MedicinalProductIngredient.specifiedSubstance.strength
        @MedicinalProductInteraction:D subject^*Reference description^.string interactant^*+ type^.CodeableConcept
        effect^.CodeableConcept incidence^.CodeableConcept management^.CodeableConcept
        @MedicinalProductInteraction.interactant:B item^!?Reference,CodeableConcept
        @MedicinalProductManufactured:D manufacturedDoseForm^!.CodeableConcept unitOfPresentation^.CodeableConcept
        quantity^!.Quantity manufacturer^*Reference ingredient^*Reference physicalCharacteristics^.ProdCharacteristic
        otherCharacteristics^*CodeableConcept
        @MedicinalProductPackaged:D identifier^*Identifier subject^*Reference description^.string
        legalStatusOfSupply^.CodeableConcept marketingStatus^*MarketingStatus marketingAuthorization^.Reference
        manufacturer^*Reference batchIdentifier^*+ packageItem^!*+
        @MedicinalProductPackaged.batchIdentifier:B outerPackaging^!.Identifier immediatePackaging^.Identifier
        @MedicinalProductPackaged.packageItem:B identifier^*Identifier type^!.CodeableConcept quantity^!.Quantity
        material^*CodeableConcept alternateMaterial^*CodeableConcept device^*Reference manufacturedItem^*Reference
        packageItem^*#MedicinalProductPackaged.packageItem physicalCharacteristics^.ProdCharacteristic
        otherCharacteristics^*CodeableConcept shelfLifeStorage^*ProductShelfLife manufacturer^*Reference
        @MedicinalProductPharmaceutical:D identifier^*Identifier administrableDoseForm^!.CodeableConcept
        unitOfPresentation^.CodeableConcept ingredient^*Reference device^*Reference characteristics^*+
        routeOfAdministration^!*+
        @MedicinalProductPharmaceutical.characteristics:B code^!.CodeableConcept status^.CodeableConcept
        @MedicinalProductPharmaceutical.routeOfAdministration:B code^!.CodeableConcept firstDose^.Quantity
        maxSingleDose^.Quantity maxDosePerDay^.Quantity maxDosePerTreatmentPeriod^.Ratio maxTreatmentPeriod^.Duration
        targetSpecies^*+
        @MedicinalProductPharmaceutical.routeOfAdministration.targetSpecies:B code^!.CodeableConcept withdrawalPeriod^*+
        @MedicinalProductPharmaceutical.routeOfAdministration.targetSpecies.withdrawalPeriod:B tissue^!.CodeableConcept
        value^!.Quantity supportingInformation^.string
        @MedicinalProductUndesirableEffect:D subject^*Reference symptomConditionEffect^.CodeableConcept
        classification^.CodeableConcept frequencyOfOccurrence^.CodeableConcept population^*Population
        @MessageDefinition:D url^.uri identifier^*Identifier version^.string name^.string title^.string
        replaces^*canonical status^!%.code experimental^.boolean date^!.dateTime publisher^.string
        contact^*ContactDetail description^.markdown useContext^*UsageContext jurisdiction^*CodeableConcept
        purpose^.markdown copyright.markdown base^.canonical parent^*canonical event^!?Coding,uri category^.code
        focus^*+ responseRequired.code allowedResponse*+ graph*canonical
        """
}
