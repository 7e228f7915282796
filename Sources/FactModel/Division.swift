/// An administrative division of China, or the whole nation.
///
/// ```swift
/// let city = Division(code: 440_600, name: "佛山市", province: "广东省")
/// let district = Division(code: 440_604, name: "禅城区", province: "广东省")
/// assert(city.contains(district) && city.level == .prefecture)
/// ```
public struct Division: Hashable, Sendable, Comparable {
  /// Six digits of GB/T 2260: 440000 is 广东省, 440600 is 佛山市, 440604 is 禅城区.
  public let code: Int
  /// The full official name.
  public let name: String
  /// The full official name of the province-level division that holds it.
  public let province: String

  /// How large a division is.
  public enum Level: Int, Sendable, Comparable {
    case nation, province, prefecture, county
    /// Whether one level lies above another: the nation first.
    public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  /// A division of its code, its full name and the full name of its province.
  public init(code: Int, name: String, province: String) {
    self.code = code
    self.name = name
    self.province = province
  }

  /// By the code alone: those of one code differ at most in a former name.
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }

  /// The nation as a place: 全国, with the code 100000, which no division has.
  public static let nation = Division(code: 100_000, name: "全国", province: "全国")

  /// The level, as the code tells it.
  public var level: Level {
    if code == 100_000 { return .nation }
    if code % 10_000 == 0 { return .province }
    return code % 100 == 0 ? .prefecture : .county
  }

  /// The code of the province-level division that holds this one (itself for a province).
  public var provinceCode: Int { code == 100_000 ? code : code / 10_000 * 10_000 }

  /// Whether the other division lies inside this one. Never true of a division and itself, nor of the nation.
  public func contains(_ other: Division) -> Bool {
    switch level {
    case .nation, .county: false
    case .province: other.code != code && other.provinceCode == code
    case .prefecture: other.code != code && other.code / 100 == code / 100
    }
  }

  /// By code: the order of every table.
  public static func < (left: Division, right: Division) -> Bool {
    (left.code, left.name) < (right.code, right.name)
  }
}

/// A programme of union work, from the vocabulary.
public struct Program: Hashable, Sendable {
  /// The name in tables and files: `hardship-aid`.
  public let id: String
  /// The Chinese name.
  public let name: String
  /// The name in English.
  public let english: String

  /// A programme of its name in files, its Chinese and its English name.
  public init(id: String, name: String, english: String) {
    self.id = id
    self.name = name
    self.english = english
  }
}
