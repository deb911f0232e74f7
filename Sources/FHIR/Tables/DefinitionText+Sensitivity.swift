// Written by scripts/generate-fhir-tables; change that, not this.

extension DefinitionText {
    /// HL7 v3 ActCode, InformationSensitivityPolicy.
    static let sensitivityCodes = """
        ETH GDIS HIV MST SCA SDV SEX SPI BH COGN DVD EMOTDIS MH PSY PSYTHPN SUD ETHUD OPIOIDUD STD TBOO VIO SICKLE DEMO
        DOB GENDER LIVARG MARST RACE REL B EMPL LOCIS SSP ADOL CEL DIA DRGIS EMP PDS PHY PRS
        """
}
