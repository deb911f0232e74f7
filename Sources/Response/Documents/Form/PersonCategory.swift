/// A kind of people.
public enum PersonCategory: String, FormValue {
    // The names say it; the words are below.
    case employees
    case users
    case members
    case students
    case military
    case clients
    case patients
    case minors
    case vulnerable
    case undetermined
    case other

    /// The value in words.
    public func text(in language: DocumentLanguage) -> String {
        switch self {
        case .employees: language.either("Employés", "Employees")
        case .users: language.either("Utilisateurs", "Users")
        case .members: language.either("Adhérents", "Members")
        case .students: language.either("Élèves, étudiants", "Pupils, students")
        case .military: language.either("Personnel militaire", "Military personnel")
        case .clients: language.either("Clients", "Clients")
        case .patients: language.either("Patients", "Patients")
        case .minors: language.either("Mineurs", "Minors")
        case .vulnerable: language.either("Personnes vulnérables", "Vulnerable people")
        case .undetermined: language.either("Pas encore déterminé", "Not determined yet")
        case .other: language.either("Autres", "Others")
        }
    }
}
