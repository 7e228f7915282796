import FactModel
import Languages

/// What things are called in the language of a report. Nothing here is escaped for any format.
struct ReportWords {
  let language: Language
  let programs: ProgramNames

  /// The Chinese text, or the English one.
  func callAsFunction(
    _ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String
  ) -> String {
    language == .chinese ? chinese() : english()
  }

  /// Parts side by side: 甲、乙, or a, b.
  func list(_ parts: [String]) -> String { parts.joined(separator: self("、", ", ")) }

  func month(_ month: YearMonth) -> String {
    self("\(month.year)年\(month.month)月", "\(EnglishNames.month(month.month)) \(month.year)")
  }

  func program(_ id: String) -> String {
    language == .chinese ? programs[id] : programs[english: id]
  }

  func kind(_ kind: Kind) -> String { self(kind.title, EnglishNames.kind(kind)) }

  /// The span, or the rhythm of what recurs: 当月, 每年.
  func time(_ span: Span, _ rhythm: Rhythm?) -> String {
    self(rhythm?.title ?? span.title, EnglishNames.time(span, rhythm))
  }

  func verdict(_ verdict: Verdict) -> String {
    self(verdict.title, EnglishNames.verdict(verdict, count: 2))
  }

  /// So many facts of a verdict.
  func verdict(_ verdict: Verdict, count: Int) -> String {
    self(
      "\(verdict.title)\(count)个", "\(count) \(EnglishNames.verdict(verdict, count: count))")
  }

  func reason(_ reason: Exclusion.Reason) -> String {
    self(reason.title, EnglishNames.reason(reason))
  }

  func status(_ status: Status) -> String {
    switch status {
    case .actual: self("实际", "actual")
    case .planned: self("计划", "planned")
    case .rule: self("标准", "rule or price")
    case .case: self("个案", "single case")
    }
  }

  /// A province: its full name, or in English the usual one.
  func province(_ province: Division) -> String {
    self(province.name, Province.of(province)?.english ?? province.name)
  }

  /// A place with its province: 浙江省江山市; a province alone once.
  func place(_ place: Division) -> String {
    let province = Division(
      code: place.provinceCode, name: place.province, province: place.province)
    if place.name == place.province { return self.province(province) }
    return self(place.province + place.name, "\(place.name), \(self.province(province))")
  }
}

/// Numbers with their units.
extension ReportWords {
  func unit(_ unit: Unit) -> String { self(unit.spoken, EnglishNames.unit(unit)) }

  func number(_ amount: Amount) -> String {
    self(NumberText.text(amount), EnglishNumber.text(amount))
  }

  func quantity(_ quantity: Quantity) -> String {
    self(NumberText.text(quantity), EnglishNumber.text(quantity))
  }

  /// A total with the hedge that its bounds give it.
  func total(_ total: Amount, low: Amount?, high: Amount?, unit: Unit) -> String {
    self(
      NumberText.text(total, low: low, high: high, unit: unit),
      EnglishNumber.text(total, low: low, high: high, unit: unit))
  }

  /// A total as a sentence says it: with its hedge, and where it has one, with four digits that count.
  func told(_ total: Amount, low: Amount?, high: Amount?, unit: Unit) -> String {
    let hedge = Hedge(total, low: low, high: high)
    let number = hedge.rounded(total, digits: 4)
    return self(NumberText.sign(hedge), EnglishNumber.sign(hedge)) + amount(number, unit)
  }

  func range(low: Amount, high: Amount?, unit: Unit) -> String {
    self(
      NumberText.range(low: low, high: high, unit: unit),
      EnglishNumber.range(low: low, high: high, unit: unit))
  }

  func amount(_ amount: Amount, _ unit: Unit) -> String {
    self(NumberText.text(amount) + unit.spoken, EnglishNumber.text(amount, unit))
  }

  /// A difference with its sign.
  func signed(_ amount: Amount) -> String {
    (amount > .zero ? "+" : "") + number(amount)
  }

  /// A number of at most about four digits, for the narrow places of a picture: 1234567 is 123.5万.
  func short(_ amount: Amount, _ hedge: Hedge = .exact) -> String {
    language == .chinese ? NumberText.short(amount, hedge) : EnglishNumber.short(amount, hedge)
  }
}
