import FactModel

/// What one thread has added up, by numbers of words that are its own.
struct ThreadTotals: ~Copyable {
  var words = KeyWords()
  var months = MonthTables()
  /// How many facts have each verdict, by its place in `Verdict.allCases`.
  var verdicts = [Int](repeating: 0, count: Verdict.allCases.count)
  var uncountedRates = 0
}

extension TableTotals {
  /// Brings together what several threads have added up; `part` gives the place of one's.
  init(threads: Int, _ part: @Sendable (Int) -> UnsafeMutablePointer<ThreadTotals>) {
    func order(_ list: (borrowing KeyWords) -> [String]) -> (words: [String], places: [[Int]]) {
      let tables = (0..<threads).map { list(part($0).pointee.words) }
      let order = WordOrder(tables)
      return (order.words, tables.map(order.places))
    }
    let months = order { $0.months.words }
    let provinces = order { $0.provinces.words }
    let programs = order { $0.programs.words }
    let units = order { $0.units.words }
    let pieces = Slots(months.words.count, [TableTotal]())
    // Months have nothing to do with one another, so that threads may share them out.
    sideBySide(months.words.count, threads: threads) { month in
      let tables = (0..<threads).compactMap { thread in
        months.places[thread].firstIndex(of: month).map { place in
          let table = part(thread).pointee.months.known(place)
          table.pointee.rename { key in
            key.renamed(
              month: month, province: provinces.places[thread][key.province],
              program: programs.places[thread][key.program], unit: units.places[thread][key.unit])
          }
          return table
        }
      }
      guard let first = tables.first else { return }
      // The first thread that has the month takes in what the others have of it.
      if tables.count > 1 { first.pointee.rehash() }
      for other in tables.dropFirst() { first.pointee.merge(other.pointee) }
      pieces.values[month] = first.pointee.sorted
      for table in tables { table.pointee = GroupTable() }
    }
    var verdicts = [Int](repeating: 0, count: Verdict.allCases.count)
    for thread in 0..<threads {
      for (place, count) in part(thread).pointee.verdicts.enumerated() { verdicts[place] += count }
    }
    self.init(
      months: months.words, provinces: provinces.words, programs: programs.words,
      units: units.words, pieces: months.words.indices.map { pieces.values[$0] },
      identity: Identity(verdictCounts: verdicts),
      uncountedRates: (0..<threads).reduce(0) { $0 + part($1).pointee.uncountedRates })
  }
}

extension TableTotalKey {
  /// The key with the numbers that its words have elsewhere.
  func renamed(month: Int, province: Int, program: Int, unit: Int) -> TableTotalKey {
    var key = TableTotalKey(
      month: month, province: province, program: program, kind: 0, unit: unit, span: 0)
    key.bits |= bits & (TableTotalKey.marks | 7 << 17 | 7)
    return key
  }
}
