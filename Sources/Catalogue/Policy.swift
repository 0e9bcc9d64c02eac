/// One class of illegal activity that review looks for.
///
/// Severity and time limits are proposals; only the hour for terrorist content is law (Regulation
/// (EU) 2021/784, article 3).
public enum Policy: String, Sendable, Hashable, CaseIterable, Codable {
  /// Child endangerment. No training text and no shown text: a restricted, masked queue.
  case minors = "MIN"
  /// Terrorism and illegal organisations.
  case terror = "TER"
  /// Trafficking, exploitation, forced work.
  case trafficking = "TRA"
  /// Threats, incitement, violent crime.
  case violence = "VIO"
  /// Trade in and making of weapons and explosives.
  case weapons = "WPN"
  /// Trade in illegal drugs.
  case drugs = "DRU"
  /// Scams, forged papers and money, money mules.
  case fraud = "FRD"
  /// Hacking services, stolen accounts and data.
  case cyber = "CYB"
  /// Stolen and counterfeit goods, piracy.
  case theft = "STL"
  /// Cruelty to animals, trade in protected wildlife.
  case animals = "ANI"
  /// Illegal hate speech.
  case hate = "HAT"

  /// The name people read.
  public var label: String {
    switch self {
    case .minors: "minors"
    case .terror: "terror"
    case .trafficking: "trafficking"
    case .violence: "violence"
    case .weapons: "weapons"
    case .drugs: "drugs"
    case .fraud: "fraud"
    case .cyber: "cyber crime"
    case .theft: "theft"
    case .animals: "animal cruelty"
    case .hate: "hate"
    }
  }

  /// How grave, 1 (gravest) to 3.
  public var severity: Int {
    switch self {
    case .minors, .terror, .trafficking, .violence: 1
    case .weapons, .drugs, .fraud, .cyber, .hate: 2
    case .theft, .animals: 3
    }
  }

  /// How long a case may wait for a decision, in seconds.
  public var limit: Int {
    switch self {
    case .minors, .terror: 3_600
    case .trafficking: 2 * 3_600
    case .violence: 4 * 3_600
    case .weapons, .drugs: 8 * 3_600
    case .fraud, .cyber, .hate: 12 * 3_600
    case .theft, .animals: 24 * 3_600
    }
  }
}
