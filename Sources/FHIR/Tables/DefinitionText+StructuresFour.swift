// Written by scripts/generate-fhir-tables; change that, not this.

extension DefinitionText {
    /// Nodes and their elements; `Schema` reads it.
    static let structuresFour = """
        value!?base64Binary,boolean,canonical,code,date,dateTime,decimal,id,instant,integer,markdown,oid,positiveInt,
        string,time,unsignedInt,uri,url,uuid,Address,Age,Annotation,Attachment,CodeableConcept,Coding,ContactPoint,
        Count,Distance,Duration,HumanName,Identifier,Money,Period,Quantity,Range,Ratio,Reference,SampledData,Signature,
        Timing,ContactDetail,Contributor,DataRequirement,Expression,ParameterDefinition,RelatedArtifact,
        TriggerDefinition,UsageContext,Dosage,Meta
        @TerminologyCapabilities:D url^.uri version^.string name^.string title^.string status^!%.code
        experimental^.boolean date^!.dateTime publisher^.string contact^*ContactDetail description.markdown
        useContext^*UsageContext jurisdiction^*CodeableConcept purpose.markdown copyright^.markdown kind^!.code
        software^.+ implementation^.+ lockedDate^.boolean codeSystem*+ expansion.+ codeSearch.code validateCode.+
        translation.+ closure.+
        @TerminologyCapabilities.software:B name^!.string version^.string
        @TerminologyCapabilities.implementation:B description^!.string url^.url
        @TerminologyCapabilities.codeSystem:B uri.canonical version*+ subsumption.boolean
        @TerminologyCapabilities.codeSystem.version:B code^.string isDefault^.boolean compositional.boolean
        language*code filter*+ property*code
        @TerminologyCapabilities.codeSystem.version.filter:B code!.code op!*code
        @TerminologyCapabilities.expansion:B hierarchical.boolean paging.boolean incomplete.boolean parameter*+
        textFilter.markdown
        @TerminologyCapabilities.expansion.parameter:B name!.code documentation.string
        @TerminologyCapabilities.validateCode:B translations!.boolean
        @TerminologyCapabilities.translation:B needsMap!.boolean
        @TerminologyCapabilities.closure:B translation.boolean
        @TestReport:D identifier^.Identifier name^.string status^!%.code testScript^!.Reference result^!.code
        score^.decimal tester^.string issued^.dateTime participant*+ setup.+ test*+ teardown.+
        @TestReport.participant:B type!.code uri!.uri display.string
        @TestReport.setup:B action!*+
        @TestReport.setup.action:B operation.+ assert.+
        @TestReport.setup.action.operation:B result!.code message.markdown detail.uri
        @TestReport.setup.action.assert:B result!.code message.markdown detail.string
        @TestReport.test:B name.string description.string action!*+
        @TestReport.test.action:B operation.#TestReport.setup.action.operation assert.#TestReport.setup.action.assert
        @TestReport.teardown:B action!*+
        @TestReport.teardown.action:B operation!.#TestReport.setup.action.operation
        @TestScript:D url^!.uri identifier^.Identifier version^.string name^!.string title^.string status^!%.code
        experimental^.boolean date^.dateTime publisher^.string contact^*ContactDetail description.markdown
        useContext^*UsageContext jurisdiction^*CodeableConcept purpose.markdown copyright.markdown origin*+
        destination*+ metadata.+ fixture*+ profile*Reference variable*+ setup.+ test*+ teardown.+
        @TestScript.origin:B index!.integer profile!.Coding
        @TestScript.destination:B index!.integer profile!.Coding
        @TestScript.metadata:B link*+ capability!*+
        @TestScript.metadata.link:B url!.uri description.string
        @TestScript.metadata.capability:B required!.boolean validated!.boolean description.string origin*integer
        destination.integer link*uri capabilities!.canonical
        @TestScript.fixture:B autocreate!.boolean autodelete!.boolean resource.Reference
        @TestScript.variable:B name!.string defaultValue.string description.string expression.string headerField.string
        hint.string path.string sourceId.id
        @TestScript.setup:B action!*+
        @TestScript.setup.action:B operation.+ assert.+
        @TestScript.setup.action.operation:B type.Coding resource.code label.string description.string accept.code
        contentType.code destination.integer encodeRequestUrl!.boolean method.code origin.integer params.string
        requestHeader*+ requestId.id responseId.id sourceId.id targetId.id url.string
        @TestScript.setup.action.operation.requestHeader:B field!.string value!.string
        @TestScript.setup.action.assert:B label.string description.string direction.code compareToSourceId.string
        compareToSourceExpression.string compareToSourcePath.string contentType.code expression.string
        headerField.string minimumId.string navigationLinks.boolean operator.code path.string requestMethod.code
        requestURL.string resource.code response.code responseCode.string sourceId.id validateProfileId.id value.string
        warningOnly!.boolean
        @TestScript.test:B name.string description.string action!*+
        @TestScript.test.action:B operation.#TestScript.setup.action.operation assert.#TestScript.setup.action.assert
        @TestScript.teardown:B action!*+
        @TestScript.teardown.action:B operation!.#TestScript.setup.action.operation
        @Timing:B event^*dateTime repeat^.+ code^.CodeableConcept
        @Timing.repeat:E bounds^?Duration,Range,Period count^.positiveInt countMax^.positiveInt duration^.decimal
        durationMax^.decimal durationUnit^.code frequency^.positiveInt frequencyMax^.positiveInt period^.decimal
        periodMax^.decimal periodUnit^.code dayOfWeek^*code timeOfDay^*time when^*code offset^.unsignedInt
        @TriggerDefinition:E type^!.code name^.string timing^?Timing,Reference,date,dateTime data^*DataRequirement
        condition^.Expression
        @UsageContext:E code^!.Coding value^!?CodeableConcept,Quantity,Range,Reference
        @ValueSet:D url^.uri identifier^*Identifier version^.string name^.string title^.string status^!%.code
        experimental^.boolean date^.dateTime publisher^.string contact^*ContactDetail description.markdown
        useContext^*UsageContext jurisdiction^*CodeableConcept immutable^.boolean purpose.markdown copyright.markdown
        compose.+ expansion.+
        @ValueSet.compose:B lockedDate^.date inactive^.boolean include^!*+ exclude*#ValueSet.compose.include
        @ValueSet.compose.include:B system^.uri version^.string concept*+ filter^*+ valueSet^*canonical
        @ValueSet.compose.include.concept:B code!.code display.string designation*+
        @ValueSet.compose.include.concept.designation:B language.code use.Coding value!.string
        @ValueSet.compose.include.filter:B property^!.code op^!.code value^!.string
        @ValueSet.expansion:B identifier.uri timestamp!.dateTime total.integer offset.integer parameter*+ contains*+
        @ValueSet.expansion.parameter:B name!.string value?string,boolean,integer,decimal,uri,code,dateTime
        @ValueSet.expansion.contains:B system.uri abstract.boolean inactive.boolean version.string code.code
        display.string designation*#ValueSet.compose.include.concept.designation contains*#ValueSet.expansion.contains
        @VerificationResult:D target^*Reference targetLocation^*string need^.CodeableConcept status^!.code
        statusDate^.dateTime validationType^.CodeableConcept validationProcess^*CodeableConcept frequency.Timing
        lastPerformed.dateTime nextScheduled.date failureAction^.CodeableConcept primarySource*+ attestation.+
        validator*+
        @VerificationResult.primarySource:B who.Reference type^*CodeableConcept communicationMethod^*CodeableConcept
        validationStatus.CodeableConcept validationDate.dateTime canPushUpdates^.CodeableConcept
        pushTypeAvailable*CodeableConcept
        @VerificationResult.attestation:B who^.Reference onBehalfOf^.Reference communicationMethod^.CodeableConcept
        date^.date sourceIdentityCertificate.string proxyIdentityCertificate.string proxySignature.Signature
        sourceSignature.Signature
        @VerificationResult.validator:B organization!.Reference identityCertificate.string
        attestationSignature.Signature
        @VisionPrescription:D identifier*Identifier status^!%.code created^!.dateTime patient^!.Reference
        encounter.Reference dateWritten^!.dateTime prescriber^!.Reference lensSpecification^!*+
        @VisionPrescription.lensSpecification:B product^!.CodeableConcept eye^!.code sphere.decimal cylinder.decimal
        axis.integer prism*+ add.decimal power.decimal backCurve.decimal diameter.decimal duration.Quantity color.string
        brand.string note*Annotation
        @VisionPrescription.lensSpecification.prism:B amount!.decimal base!.code
        """
}
