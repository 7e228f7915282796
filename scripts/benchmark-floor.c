// What one thread of plain C takes for the totals of a judged table of facts: the floor of the benchmark.
//
//   cc -O2 -o floor benchmark-floor.c && ./floor TABLE > TOTALS
//
// The same question as `yuebao aggregate` answers, with less of an answer: per month, province, programme, kind, unit
// and span the number of figures, their sum, least, mean and greatest; no bounds, no checks. Sums are whole hundredths.
// The file is read in blocks, cells are found with memchr, keys are bytes in a hash table. Columns stand where
// make-fact-table writes them.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KIND = 3, VALUE = 4, UNIT = 6, PROVINCE = 10, PROGRAM = 11, MONTH = 16, SPAN = 17, ENTERS = 18, CELLS = 19 };
enum { BLOCK = 1 << 20 };

struct group {
  uint64_t hash;
  const char *key;
  uint32_t length, count;
  int64_t sum, least, greatest;
};

static struct group *groups;
static uint32_t *slots;
static size_t used, room = 1 << 12, size = 1 << 13;

static uint64_t hash_of(const char *key, size_t length) {
  uint64_t hash = length;
  for (; length >= 8; key += 8, length -= 8) {
    uint64_t word;
    memcpy(&word, key, 8);
    hash = (hash ^ word) * 0x9e3779b97f4a7c15u;
    hash ^= hash >> 29;
  }
  uint64_t rest = 0;
  memcpy(&rest, key, length);
  hash = (hash ^ rest) * 0x9e3779b97f4a7c15u;
  return hash ^ hash >> 32;
}

static struct group *find(const char *key, size_t length) {
  uint64_t hash = hash_of(key, length);
  size_t slot = hash & (size - 1);
  for (; slots[slot]; slot = (slot + 1) & (size - 1)) {
    struct group *group = &groups[slots[slot] - 1];
    if (group->hash == hash && group->length == length && !memcmp(group->key, key, length)) return group;
  }
  if (used == room) groups = realloc(groups, (room *= 2) * sizeof *groups);
  char *copy = malloc(length);
  memcpy(copy, key, length);
  groups[used] = (struct group){hash, copy, length, 0, 0, INT64_MAX, INT64_MIN};
  slots[slot] = ++used;
  if (used * 2 > size) {
    free(slots);
    slots = calloc(size *= 2, sizeof *slots);
    for (size_t i = 0; i < used; i++) {
      size_t at = groups[i].hash & (size - 1);
      while (slots[at]) at = (at + 1) & (size - 1);
      slots[at] = i + 1;
    }
  }
  return &groups[used - 1];
}

static int64_t hundredths(const char *text, const char *end) {
  int64_t value = 0;
  int places = -1;
  for (; text < end; text++) {
    if (*text == '.') { places = 0; continue; }
    value = value * 10 + (*text - '0');
    if (places >= 0) places++;
  }
  for (int i = places < 0 ? 0 : places; i < 2; i++) value *= 10;
  return value;
}

static void take(const char *row, const char *end) {
  const char *start[CELLS], *stop[CELLS];
  int cell = 0;
  for (const char *at = row; cell < CELLS; cell++) {
    start[cell] = at;
    if (*at == '"') {
      // Quoted cells are not asked for: only their end matters.
      do at = (const char *)memchr(at + 1, '"', end - at - 1) + 1; while (*at == '"');
    } else {
      const char *comma = memchr(at, ',', end - at);
      at = comma ? comma : end;
    }
    stop[cell] = at++;
  }
  size_t verdict = stop[ENTERS] - start[ENTERS];
  int counts = verdict == 5 && !memcmp(start[ENTERS], "total", 5);
  if (!counts && !(verdict == 4 && !memcmp(start[ENTERS], "rate", 4))) return;
  static const int columns[] = {MONTH, PROVINCE, PROGRAM, KIND, UNIT, SPAN};
  char key[1024];
  size_t length = 0;
  for (int i = 0; i < 6; i++) {
    size_t count = stop[columns[i]] - start[columns[i]];
    memcpy(key + length, start[columns[i]], count);
    length += count;
    key[length++] = ',';
  }
  struct group *group = find(key, length);
  int64_t value = hundredths(start[VALUE], stop[VALUE]);
  group->count++;
  group->sum += value;
  if (value < group->least) group->least = value;
  if (value > group->greatest) group->greatest = value;
}

static int by_key(const void *left, const void *right) {
  const struct group *a = left, *b = right;
  int order = memcmp(a->key, b->key, a->length < b->length ? a->length : b->length);
  return order ? order : (int)a->length - (int)b->length;
}

static void print(int64_t value) {
  printf(value % 100 ? ",%lld.%02lld" : ",%lld", (long long)(value / 100), (long long)(value % 100));
}

int main(int count, char **words) {
  FILE *file = count == 2 ? fopen(words[1], "rb") : NULL;
  if (!file) return fprintf(stderr, "floor: no table\n"), 1;
  groups = malloc(room * sizeof *groups);
  slots = calloc(size, sizeof *slots);
  char *buffer = malloc(2 * BLOCK);
  size_t kept = 0, got;
  int header = 1;
  while ((got = fread(buffer + kept, 1, BLOCK, file)) > 0) {
    char *row = buffer, *end = buffer + kept + got, *line;
    for (; (line = memchr(row, '\n', end - row)); row = line + 1) {
      if (!header) take(row, line);
      header = 0;
    }
    kept = end - row;
    memmove(buffer, row, kept);
  }
  qsort(groups, used, sizeof *groups, by_key);
  puts("month,province,program,kind,unit,span,facts,total,min,mean,max");
  for (size_t i = 0; i < used; i++) {
    struct group *group = &groups[i];
    printf("%.*s%u", (int)group->length, group->key, group->count);
    print(group->sum);
    print(group->least);
    print((2 * group->sum + group->count) / (2 * group->count));
    print(group->greatest);
    putchar('\n');
  }
  return 0;
}
