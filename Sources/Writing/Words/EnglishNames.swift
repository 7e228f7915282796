import FactModel

/// The English names of what the model names in Chinese.
enum EnglishNames {
  static func kind(_ kind: Kind) -> String {
    switch kind {
    case .funds: "Money"
    case .participants: "People"
    case .stations: "Service sites"
    case .rates: "Rates"
    case .counts: "Other counts"
    }
  }

  static func time(_ span: Span, _ rhythm: Rhythm?) -> String {
    switch rhythm {
    case .yearly: return "per year"
    case .monthly: return "per month"
    case .daily: return "per day"
    case nil: break
    }
    switch span {
    case .month: return "this month"
    case .range: return "in these months"
    case .year: return "this year"
    case .cumulative: return "cumulative"
    case .recurring: return "recurring"
    }
  }

  /// The name that goes with a number of facts.
  static func verdict(_ verdict: Verdict, count: Int) -> String {
    let many = count == 1 ? "" : "s"
    return switch verdict {
    case .total: "in totals"
    case .rate: "rate" + many
    case .planned: "planned or expected"
    case .rule: count == 1 ? "rule or price" : "rules or prices"
    case .case: "single case" + many
    case .part: "part\(many) of another figure"
    case .repeat: "repeat" + many
    case .covered: "held by another figure"
    case .national: "national figure" + many
    }
  }

  static func reason(_ reason: Exclusion.Reason) -> String {
    switch reason {
    case .date: "date or time"
    case .duration: "duration"
    case .age: "age"
    case .ordinal: "ordinal"
    case .name: "name"
    case .measure: "physical measure"
    case .article: "indefinite article"
    case .vague: "vague"
    case .list: "headings of a list"
    case .idiom: "idiom or word"
    case .frequency: "frequency"
    case .place: "place name or address"
    case .continued: "second half of a broken line"
    case .overflow: "too large to be exact"
    case .missing: "missing"
    case .unreadable: "unreadable"
    }
  }

  static func unit(_ unit: Unit) -> String {
    switch unit {
    case .currency("CNY"): "yuan"
    case .currency(let code): code
    case .person: "people"
    case .personTime: "person-times"
    case .site: "sites"
    case .percent: "%"
    case .item(let word): word
    }
  }

  static func month(_ month: Int) -> String { months[month - 1] }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
