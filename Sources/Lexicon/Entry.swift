import FactModel

/// What a word of the tables means where it stands in a text.
package enum Entry: Hashable, Sendable {
  case measure(Measure)
  case currency(code: String, tenths: Int64)
  case qualifier(QualifierWord)
  case noun(Noun)
  case cue(program: Int, weight: Int)
  case time(TimeWord)
  case status(StatusWord)
  case excluded(Exclusion.Reason)
  case verb
  /// Indices of divisions that bear the name, whether it is a full official name, and whether they bore it once.
  case division(candidates: [Int], isFull: Bool, isFormer: Bool)
  case place(PlaceWord)
  /// A newspaper whose name tells no division, with the index of the one whose it is: 新民晚报 is of 上海市.
  case newspaper(division: Int)

  /// Entries of one group never overlap in a scan: the leftmost longest stands.
  package enum Group: Int, CaseIterable, Sendable {
    case measure, qualifier, noun, cue, time, status, excluded, verb, division, place
  }

  package var group: Group {
    switch self {
    case .measure, .currency: .measure
    case .qualifier: .qualifier
    case .noun: .noun
    case .cue: .cue
    case .time: .time
    case .status: .status
    case .excluded: .excluded
    case .verb: .verb
    case .division: .division
    case .place, .newspaper: .place
    }
  }
}

/// A measure word: what a numeral before it counts.
package struct Measure: Hashable, Sendable {
  package enum Reads: String, CaseIterable, Sendable {
    case people
    case personTimes = "person-times"
    case count
    case rate
    case measure, score, duration, age, ordinal
  }
  package let reads: Reads
  /// The unit of a count.
  package let unit: String
}

/// A hedge and the side of the numeral on which it stands.
package struct QualifierWord: Hashable, Sendable {
  package enum Stands: String, CaseIterable, Sendable { case before, inside, after }
  package let stands: Stands
  package let qualifier: Qualifier
}

/// A noun that figures count, with the programme that it speaks for.
package struct Noun: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case person, site, thing, money, rate
    /// Headings that a text goes on to list: 主题, 举措.
    case heading
  }
  package let kind: Kind
  /// The index of the programme in the vocabulary, if it speaks for one.
  package let program: Int?
  package let weight: Int
}

/// A word of time that needs the page's date, or no date at all.
package enum TimeWord: Hashable, Sendable {
  /// A year counted from the page's; 当年 and 同年 count from the year told last.
  case year(Int)
  case sameYear
  case half(Int)
  case quarter(Int)
  /// 年底: the year told right before it, else the last that has ended or the page's.
  case yearEnd
  case month(Int)
  case today
  /// 昨日: so many days before the page.
  case daysAgo(Int)
  /// 近日, 日前: no period.
  case recent
  /// 目前, 累计, 近年来: up to the page, the start unknown.
  case open
  /// 已: up to the page where the sentence says nothing better.
  case done
  case yearly, monthly, daily
  case summer, winter, springFestival
  /// 元旦前: the December before.
  case beforeNewYear
  /// A five-year plan, by its first year.
  case plan(Int)
}

/// A cue of a figure's status, and how far it reaches.
package struct StatusWord: Hashable, Sendable {
  package enum Reach: String, CaseIterable, Sendable {
    /// To the end of the sentence.
    case on
    /// To the figures of its clause.
    case near
  }
  package let status: Status
  package let reach: Reach
}

/// A word that stands for a place relative to those named, or that keeps a name from being one.
package enum PlaceWord: String, CaseIterable, Hashable, Sendable {
  case nation, province, prefecture, county
  /// 全区: of a district, or of an autonomous region.
  case zone
  /// Behind a name: 日报, 路, 杯.
  case notPlace = "not-place"
  /// Behind a name, which tells whose newspaper it is: 日报.
  case newspaper
  /// Behind a name, at a short distance: the name belongs to a company, a school, a hospital.
  case organisation
  /// A name that is also a word, and is a place only with its suffix.
  case notAName = "not-a-name"
}
