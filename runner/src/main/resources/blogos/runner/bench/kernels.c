// CPU kernels in C, same algorithms and checksums as Kernels.java.  clang -O2 -static kernels.c -lm
// usage: kernels NAME|all REPS big|small ; as pid 1 (initramfs) runs all kernels "small" and reports TSC ticks.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#define NOINL __attribute__((noinline))
static int small;

// ---------- nbody
typedef struct { double x, y, z, vx, vy, vz, m; } Body;
static const double PI = 3.141592653589793, SOLAR = 4 * 3.141592653589793 * 3.141592653589793, DAYS = 365.24;
static void binit(Body *b, double x, double y, double z, double vx, double vy, double vz, double m) {
  b->x = x; b->y = y; b->z = z; b->vx = vx * DAYS; b->vy = vy * DAYS; b->vz = vz * DAYS; b->m = m * SOLAR;
}
static NOINL void advance(Body *B, int n, double dt) {
  for (int i = 0; i < n; i++) {
    Body *a = &B[i];
    for (int j = i + 1; j < n; j++) {
      Body *b = &B[j];
      double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
      double d2 = dx * dx + dy * dy + dz * dz;
      double mag = dt / (d2 * sqrt(d2));
      a->vx -= dx * b->m * mag; a->vy -= dy * b->m * mag; a->vz -= dz * b->m * mag;
      b->vx += dx * a->m * mag; b->vy += dy * a->m * mag; b->vz += dz * a->m * mag;
    }
  }
  for (int i = 0; i < n; i++) { Body *b = &B[i]; b->x += dt * b->vx; b->y += dt * b->vy; b->z += dt * b->vz; }
}
static NOINL double energy(Body *B, int n) {
  double e = 0;
  for (int i = 0; i < n; i++) {
    Body *a = &B[i];
    e += 0.5 * a->m * (a->vx * a->vx + a->vy * a->vy + a->vz * a->vz);
    for (int j = i + 1; j < n; j++) { Body *b = &B[j]; double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z; e -= a->m * b->m / sqrt(dx * dx + dy * dy + dz * dz); }
  }
  return e;
}
static NOINL int64_t nbody(void) {
  int steps = small ? 200000 : 5000000;
  Body B[5];
  binit(&B[0], 0, 0, 0, 0, 0, 0, 1);
  binit(&B[1], 4.84143144246472090e+00, -1.16032004402742839e+00, -1.03622044471123109e-01, 1.66007664274403694e-03, 7.69901118419740425e-03, -6.90460016972063023e-05, 9.54791938424326609e-04);
  binit(&B[2], 8.34336671824457987e+00, 4.12479856412430479e+00, -4.03523417114321381e-01, -2.76742510726411876e-03, 4.99852801234917238e-03, 2.30417297573763929e-05, 2.85885980666130812e-04);
  binit(&B[3], 1.28943695621391310e+01, -1.51111514016986312e+01, -2.23307578892655734e-01, 2.96460137564761618e-03, 2.37847173959480950e-03, -2.96589568540237556e-05, 4.36624404335156298e-05);
  binit(&B[4], 1.53796971148509165e+01, -2.59193146099879641e+01, 1.79258772950371181e-01, 2.68067772490389322e-03, 1.62824170038242295e-03, -9.51592254519715870e-05, 5.15138902046611451e-05);
  double px = 0, py = 0, pz = 0;
  for (int i = 0; i < 5; i++) { px += B[i].vx * B[i].m; py += B[i].vy * B[i].m; pz += B[i].vz * B[i].m; }
  B[0].vx = -px / SOLAR; B[0].vy = -py / SOLAR; B[0].vz = -pz / SOLAR;
  for (int i = 0; i < steps; i++) advance(B, 5, 0.01);
  return (int64_t)(energy(B, 5) * 1e9);
}

// ---------- fannkuch
static NOINL int64_t fannkuch(void) {
  int n = small ? 8 : 10;
  int *perm = malloc(n * 4), *perm1 = malloc(n * 4), *count = malloc(n * 4);
  int maxFlips = 0, permCount = 0, checksum = 0, r = n;
  for (int i = 0; i < n; i++) perm1[i] = i;
  for (;;) {
    while (r != 1) { count[r - 1] = r; r--; }
    for (int i = 0; i < n; i++) perm[i] = perm1[i];
    int flips = 0, k;
    while ((k = perm[0]) != 0) {
      int k2 = (k + 1) >> 1;
      for (int i = 0; i < k2; i++) { int t = perm[i]; perm[i] = perm[k - i]; perm[k - i] = t; }
      flips++;
    }
    if (flips > maxFlips) maxFlips = flips;
    checksum += permCount % 2 == 0 ? flips : -flips;
    for (;;) {
      if (r == n) { free(perm); free(perm1); free(count); return (int64_t)checksum * 1000 + maxFlips; }
      int p0 = perm1[0];
      for (int i = 0; i < r; i++) perm1[i] = perm1[i + 1];
      perm1[r] = p0;
      count[r]--;
      if (count[r] > 0) break;
      r++;
    }
    permCount++;
  }
}

// ---------- spectral norm
static inline double A(int i, int j) { return 1.0 / (((i + j) * (i + j + 1) >> 1) + i + 1); }
static NOINL void mulAv(int n, double *v, double *r) { for (int i = 0; i < n; i++) { double s = 0; for (int j = 0; j < n; j++) s += A(i, j) * v[j]; r[i] = s; } }
static NOINL void mulAtv(int n, double *v, double *r) { for (int i = 0; i < n; i++) { double s = 0; for (int j = 0; j < n; j++) s += A(j, i) * v[j]; r[i] = s; } }
static NOINL int64_t spectral(void) {
  int n = small ? 200 : 1500;
  double *u = malloc(n * 8), *v = malloc(n * 8), *t = malloc(n * 8);
  for (int i = 0; i < n; i++) u[i] = 1;
  for (int i = 0; i < 10; i++) { mulAv(n, u, t); mulAtv(n, t, v); mulAv(n, v, t); mulAtv(n, t, u); }
  double vBv = 0, vv = 0;
  for (int i = 0; i < n; i++) { vBv += u[i] * v[i]; vv += v[i] * v[i]; }
  free(u); free(v); free(t);
  return (int64_t)(sqrt(vBv / vv) * 1e9);
}

// ---------- binary trees
typedef struct Node { struct Node *l, *r; } Node;
static NOINL Node *bottomUp(int d) { Node *n = malloc(sizeof *n); if (d > 0) { n->l = bottomUp(d - 1); n->r = bottomUp(d - 1); } else n->l = n->r = 0; return n; }
static NOINL int check(Node *n) { return n->l ? 1 + check(n->l) + check(n->r) : 1; }
static NOINL void freeTree(Node *n) { if (n->l) { freeTree(n->l); freeTree(n->r); } free(n); }
static NOINL int64_t bintrees(void) {
  int maxd = small ? 10 : 16; int64_t sum = 0;
  Node *s = bottomUp(maxd + 1); sum += check(s); freeTree(s);
  Node *ll = bottomUp(maxd);
  for (int d = 4; d <= maxd; d += 2) {
    int it = 1 << (maxd - d + 4);
    for (int i = 0; i < it; i++) { Node *t = bottomUp(d); sum += check(t); freeTree(t); }
  }
  sum += check(ll); freeTree(ll);
  return sum;
}

// ---------- hash map (chained, boxed Integer keys/values, same shape as java.util.HashMap)
typedef struct Integer { int v; } Integer;
typedef struct Ent { int hash; Integer *key, *val; struct Ent *next; } Ent;
typedef struct { Ent **t; int cap, size, thr; } Map;
static Integer *box(int v) { Integer *i = malloc(sizeof *i); i->v = v; return i; }
static inline int spread(int h) { return h ^ (int)((unsigned)h >> 16); }
static NOINL void mresize(Map *m) {
  int nc = m->cap ? m->cap * 2 : 16; Ent **nt = calloc(nc, sizeof *nt);
  for (int i = 0; i < m->cap; i++) for (Ent *e = m->t[i], *x; e; e = x) { x = e->next; int b = e->hash & (nc - 1); e->next = nt[b]; nt[b] = e; }
  free(m->t); m->t = nt; m->cap = nc; m->thr = nc * 3 / 4;
}
static NOINL void mput(Map *m, Integer *k, Integer *v) {
  if (!m->cap) mresize(m);
  int h = spread(k->v);
  for (Ent *e = m->t[h & (m->cap - 1)]; e; e = e->next) if (e->hash == h && e->key->v == k->v) { e->val = v; return; }
  Ent *e = malloc(sizeof *e); e->hash = h; e->key = k; e->val = v; e->next = m->t[h & (m->cap - 1)]; m->t[h & (m->cap - 1)] = e;
  if (++m->size > m->thr) mresize(m);
}
static NOINL Integer *mget(Map *m, int k) {
  int h = spread(k);
  for (Ent *e = m->t[h & (m->cap - 1)]; e; e = e->next) if (e->hash == h && e->key->v == k) return e->val;
  return 0;
}
static NOINL int64_t hashmap(void) {
  int n = small ? 50000 : 1000000; Map m = {0}; int64_t sum = 0;
  for (int i = 0; i < n; i++) mput(&m, box((int)(i * 2654435761u)), box(i));
  for (int i = 0; i < n; i++) { Integer *v = mget(&m, (int)(i * 2654435761u)); if (v) sum += v->v; }
  for (int i = n; i < 2 * n; i++) if (!mget(&m, (int)(i * 2654435761u))) sum++;
  sum += m.size;
  for (int i = 0; i < m.cap; i++) for (Ent *e = m.t[i], *x; e; e = x) { x = e->next; free(e->key); free(e->val); free(e); }
  free(m.t);
  return sum;
}

// ---------- string building
typedef struct { char *p; int n, cap; } SB;
static void sbgrow(SB *s, int need) { if (s->n + need > s->cap) { s->cap = s->cap * 2 + need; s->p = realloc(s->p, s->cap); } }
static NOINL void sbstr(SB *s, const char *t) { int l = strlen(t); sbgrow(s, l); memcpy(s->p + s->n, t, l); s->n += l; }
static NOINL void sbint(SB *s, int v) { char b[12]; int i = 12; do b[--i] = '0' + v % 10; while (v /= 10); sbgrow(s, 12 - i); memcpy(s->p + s->n, b + i, 12 - i); s->n += 12 - i; }
static NOINL void sbch(SB *s, char c) { sbgrow(s, 1); s->p[s->n++] = c; }
static NOINL int64_t strbuild(void) {
  int n = small ? 100000 : 1000000; int64_t sum = 0;
  SB s = {malloc(16), 0, 16};
  for (int i = 0; i < n; i++) { sbstr(&s, "item"); sbint(&s, i); sbch(&s, ','); }
  int h = 0; for (int i = 0; i < s.n; i++) h = (int)(31u * h + (unsigned char)s.p[i]);
  sum += h; sum += s.n; free(s.p);
  return sum;
}

// ---------- sieve
static NOINL int64_t sieve(void) {
  int n = small ? 500000 : 20000000; char *c = calloc(n + 1, 1); int cnt = 0;
  for (int i = 2; (int64_t)i * i <= n; i++) if (!c[i]) for (int j = i * i; j <= n; j += i) c[j] = 1;
  for (int i = 2; i <= n; i++) if (!c[i]) cnt++;
  free(c); return cnt;
}

// ---------- sha-256
static const uint32_t K[64] = {
0x428a2f98,0x71374491,0xb5c0fbcf,0xe9b5dba5,0x3956c25b,0x59f111f1,0x923f82a4,0xab1c5ed5,0xd807aa98,0x12835b01,0x243185be,0x550c7dc3,0x72be5d74,0x80deb1fe,0x9bdc06a7,0xc19bf174,
0xe49b69c1,0xefbe4786,0x0fc19dc6,0x240ca1cc,0x2de92c6f,0x4a7484aa,0x5cb0a9dc,0x76f988da,0x983e5152,0xa831c66d,0xb00327c8,0xbf597fc7,0xc6e00bf3,0xd5a79147,0x06ca6351,0x14292967,
0x27b70a85,0x2e1b2138,0x4d2c6dfc,0x53380d13,0x650a7354,0x766a0abb,0x81c2c92e,0x92722c85,0xa2bfe8a1,0xa81a664b,0xc24b8b70,0xc76c51a3,0xd192e819,0xd6990624,0xf40e3585,0x106aa070,
0x19a4c116,0x1e376c08,0x2748774c,0x34b0bcb5,0x391c0cb3,0x4ed8aa4a,0x5b9cca4f,0x682e6ff3,0x748f82ee,0x78a5636f,0x84c87814,0x8cc70208,0x90befffa,0xa4506ceb,0xbef9a3f7,0xc67178f2};
static inline uint32_t ror(uint32_t x, int n) { return x >> n | x << (32 - n); }
static NOINL void shablk(uint32_t *H, const uint8_t *p, uint32_t *W) {
  for (int i = 0; i < 16; i++) W[i] = (uint32_t)p[4 * i] << 24 | p[4 * i + 1] << 16 | p[4 * i + 2] << 8 | p[4 * i + 3];
  for (int i = 16; i < 64; i++) {
    uint32_t a = W[i - 15], b = W[i - 2];
    W[i] = W[i - 16] + (ror(a, 7) ^ ror(a, 18) ^ a >> 3) + W[i - 7] + (ror(b, 17) ^ ror(b, 19) ^ b >> 10);
  }
  uint32_t a = H[0], b = H[1], c = H[2], d = H[3], e = H[4], f = H[5], g = H[6], h = H[7];
  for (int i = 0; i < 64; i++) {
    uint32_t t1 = h + (ror(e, 6) ^ ror(e, 11) ^ ror(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + W[i];
    uint32_t t2 = (ror(a, 2) ^ ror(a, 13) ^ ror(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g; g = f; f = e; e = d + t1; d = c; c = b; b = a; a = t1 + t2;
  }
  H[0] += a; H[1] += b; H[2] += c; H[3] += d; H[4] += e; H[5] += f; H[6] += g; H[7] += h;
}
static NOINL int64_t sha256(void) { // whole blocks + the standard final padding block
  int total = small ? 1 << 20 : 64 << 20, chunk = 1 << 16;
  uint8_t *buf = malloc(chunk), fin[64] = {0x80}; uint32_t W[64];
  uint32_t H[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  for (int i = 0; i < chunk; i++) buf[i] = (uint8_t)(i * 7 + (i >> 8));
  for (int o = 0; o < total; o += chunk) for (int i = 0; i < chunk; i += 64) shablk(H, buf + i, W);
  uint64_t bits = (uint64_t)total * 8; for (int i = 0; i < 8; i++) fin[63 - i] = bits >> (8 * i);
  shablk(H, fin, W); free(buf);
  return (int64_t)(((uint64_t)H[0] << 32) | H[1]);
}

// ---------- sort
static void fill(int *a, int n) { uint32_t x = 12345; for (int i = 0; i < n; i++) { x ^= x << 13; x ^= x >> 17; x ^= x << 5; a[i] = (int)x; } }
static NOINL void qs(int *a, int lo, int hi) {
  while (hi - lo > 16) {
    int mid = lo + ((hi - lo) >> 1), p, t;
    if (a[mid] < a[lo]) { t = a[mid]; a[mid] = a[lo]; a[lo] = t; }
    if (a[hi] < a[lo]) { t = a[hi]; a[hi] = a[lo]; a[lo] = t; }
    if (a[hi] < a[mid]) { t = a[hi]; a[hi] = a[mid]; a[mid] = t; }
    p = a[mid];
    int i = lo, j = hi;
    while (i <= j) {
      while (a[i] < p) i++;
      while (a[j] > p) j--;
      if (i <= j) { t = a[i]; a[i] = a[j]; a[j] = t; i++; j--; }
    }
    if (j - lo < hi - i) { qs(a, lo, j); lo = i; } else { qs(a, i, hi); hi = j; }
  }
  for (int i = lo + 1; i <= hi; i++) { int v = a[i], j = i - 1; while (j >= lo && a[j] > v) { a[j + 1] = a[j]; j--; } a[j + 1] = v; }
}
static int64_t sortck(int *a, int n) { int64_t s = 0; for (int i = 0; i < n; i += 1009) s = s * 31 + a[i]; for (int i = 1; i < n; i++) if (a[i - 1] > a[i]) return -1; return s; }
static NOINL int64_t quicksort(void) { int n = small ? 100000 : 5000000, *a = malloc(n * 4); fill(a, n); qs(a, 0, n - 1); int64_t s = sortck(a, n); free(a); return s; }
static int icmp(const void *a, const void *b) { int x = *(int *)a, y = *(int *)b; return x < y ? -1 : x > y; }
static NOINL int64_t sortlib(void) { int n = small ? 100000 : 5000000, *a = malloc(n * 4); fill(a, n); qsort(a, n, 4, icmp); int64_t s = sortck(a, n); free(a); return s; }

// ---------- virtual dispatch: 4 receiver classes in pseudo-random order
typedef struct Shape { int (*const *vt)(struct Shape *, int); int k; } Shape;
static int f0(Shape *s, int x) { return x + s->k; }
static int f1(Shape *s, int x) { return x ^ s->k; }
static int f2(Shape *s, int x) { return x - s->k; }
static int f3(Shape *s, int x) { return (int)((unsigned)x * 31u) + s->k; }
static int (*const vt0[])(Shape *, int) = {f0}, (*const vt1[])(Shape *, int) = {f1}, (*const vt2[])(Shape *, int) = {f2}, (*const vt3[])(Shape *, int) = {f3};
static NOINL int vloop(Shape **a, int n, int rounds) { int x = 1; for (int r = 0; r < rounds; r++) for (int i = 0; i < n; i++) x = a[i]->vt[0](a[i], x); return x; }
static NOINL int64_t vdispatch(void) {
  int (*const *vts[4])(Shape *, int) = {vt0, vt1, vt2, vt3};
  Shape *a[1024]; uint32_t x = 777;
  for (int i = 0; i < 1024; i++) { x ^= x << 13; x ^= x >> 17; x ^= x << 5; a[i] = malloc(sizeof(Shape)); a[i]->vt = vts[(x >> 8) & 3]; a[i]->k = i; }
  int64_t r = vloop(a, 1024, small ? 2000 : 100000);
  for (int i = 0; i < 1024; i++) free(a[i]);
  return r;
}

static struct { const char *n; int64_t (*f)(void); } T[] = {{"nbody", nbody}, {"fannkuch", fannkuch}, {"spectral", spectral}, {"bintrees", bintrees}, {"hashmap", hashmap}, {"strbuild", strbuild}, {"sieve", sieve}, {"sha256", sha256}, {"quicksort", quicksort}, {"sortlib", sortlib}, {"vdispatch", vdispatch}};
static double now(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec * 1e3 + t.tv_nsec / 1e6; }
static uint64_t tsc(void) { uint32_t a, d; __asm__ volatile("lfence\n\trdtsc" : "=a"(a), "=d"(d)::"memory"); return (uint64_t)d << 32 | a; }
static int cmpd(const void *a, const void *b) { double x = *(double *)a, y = *(double *)b; return x < y ? -1 : x > y; }
int main(int argc, char **argv) {
  int init = getpid() == 1, reps = init ? 3 : argc > 2 ? atoi(argv[2]) : 8;
  const char *which = !init && argc > 1 ? argv[1] : "all";
  small = init || (argc > 3 && !strcmp(argv[3], "small"));
  for (unsigned k = 0; k < sizeof T / sizeof *T; k++) {
    if (strcmp(which, "all") && strcmp(which, T[k].n)) continue;
    double ms[64], first = 0; uint64_t tk = 0; int64_t r = 0; int last = reps > 5 ? 5 : reps;
    for (int i = 0; i < reps; i++) { double t0 = now(); uint64_t c0 = tsc(); r = T[k].f(); tk = tsc() - c0; ms[i] = now() - t0; if (!i) first = ms[0]; }
    double *l = ms + reps - last; qsort(l, last, 8, cmpd);
    printf("K %-10s first_ms %.2f steady_ms %.2f min_ms %.2f last_ticks %llu check %lld\n", T[k].n, first, l[last / 2], l[0], (unsigned long long)tk, (long long)r);
    fflush(stdout);
  }
  if (init) { printf("DONE\n"); fflush(stdout); for (;;) reboot(RB_AUTOBOOT); }
  return 0;
}
