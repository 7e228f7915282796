/// A place that an article names.
///
/// Sentences are read into lists of them, which are looked through again and again: its numbers are kept in few bytes.
struct PlaceMention: BitwiseCopyable {
  private var first: Int32
  private var end: Int32
  /// The index of the division in the gazetteer.
  private var place: Int32
  private var namesakePlace: Int32 = -1
  private var formerFirst: Int32 = -1
  private var formerEnd: Int32 = -1
  private var writtenFirst: Int32
  private var writtenEnd: Int32
  /// Part of the name of a company, a school, a hospital.
  var isOrganisation: Bool
  /// 全市, 省总, 该县: told by its level alone.
  let isRelative: Bool
  /// 全国 in the name of an event that is held somewhere.
  var isEvent = false
  /// 本报石家庄11月17日电: where the report was written.
  var isDateline = false
  /// 根据省总工会部署, 在省总工会指导下: by whom or on what, not who does it.
  var isAdjunct = false

  init(
    range: Range<Int>, division: Int, isOrganisation: Bool = false, isRelative: Bool = false,
    written: Range<Int> = 0..<0
  ) {
    (first, end) = (Int32(range.lowerBound), Int32(range.upperBound))
    place = Int32(division)
    (writtenFirst, writtenEnd) = (Int32(written.lowerBound), Int32(written.upperBound))
    (self.isOrganisation, self.isRelative) = (isOrganisation, isRelative)
  }

  /// Where it stands.
  var range: Range<Int> {
    get { Int(first)..<Int(end) }
    set { (first, end) = (Int32(newValue.lowerBound), Int32(newValue.upperBound)) }
  }

  /// The index of the division in the gazetteer.
  var division: Int { Int(place) }

  /// Another division of the name, where only its fame decided.
  var namesake: Int? {
    get { namesakePlace < 0 ? nil : Int(namesakePlace) }
    set { namesakePlace = newValue.map { Int32($0) } ?? -1 }
  }

  /// Where the name stands, if it is a former one.
  var formerName: Range<Int>? {
    get { formerFirst < 0 ? nil : Int(formerFirst)..<Int(formerEnd) }
    set {
      formerFirst = newValue.map { Int32($0.lowerBound) } ?? -1
      formerEnd = newValue.map { Int32($0.upperBound) } ?? -1
    }
  }

  /// The divisions that are written out, as places in the finder's list: 广东省 and 禅城区 of 广东省禅城区, but not 佛山市.
  var written: Range<Int> {
    get { Int(writtenFirst)..<Int(writtenEnd) }
    set { (writtenFirst, writtenEnd) = (Int32(newValue.lowerBound), Int32(newValue.upperBound)) }
  }
}
